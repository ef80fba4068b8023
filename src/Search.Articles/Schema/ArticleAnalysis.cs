using Search.Engine.Analysis;

namespace Search.Articles.Schema;

/// <summary>How the fields of an article index are analysed, when indexing and when asking.</summary>
internal static class ArticleAnalysis
{
    /// <summary>Recorded in every commit: an index of another version must be built anew. Raise it with any change of analysis or schema.</summary>
    public const string Version = "3";

    private const int GapBetweenNames = 100;

    private static readonly string[] PlainTextFields = [ArticleFields.Body, ArticleFields.Headline, ArticleFields.Lead];
    private static readonly string[] NameFields = [ArticleFields.Names, ArticleFields.Places];
    private static readonly string[] KeywordFields =
        [ArticleFields.Kind, ArticleFields.Article, ArticleFields.Key, ArticleFields.Name, ArticleFields.Place, ArticleFields.Outlet,
         ArticleFields.Author, ArticleFields.Language, ArticleFields.Url, ArticleFields.Path];

    /// <summary>Fields whose words stand in two forms at each position.</summary>
    public static IReadOnlyList<string> TextFields { get; } = [.. PlainTextFields, .. NameFields];

    /// <summary>Fields that a query can name.</summary>
    public static IReadOnlyList<string> QueryFields { get; } =
        [.. TextFields, ArticleFields.Name, ArticleFields.Place, ArticleFields.Outlet, ArticleFields.Author, ArticleFields.Language,
         ArticleFields.Article, ArticleFields.Key, ArticleFields.Path, ArticleFields.Url];

    /// <summary>Both forms of each word.</summary>
    public static Analyzer ForIndexing { get; } = Create(ExactAndStemMode.Both);

    /// <summary>Stems: what bare words of a query match.</summary>
    public static Analyzer ForWords { get; } = Create(ExactAndStemMode.StemOnly);

    /// <summary>Exact forms: what quoted words and patterns of a query match.</summary>
    public static Analyzer ForQuotes { get; } = Create(ExactAndStemMode.ExactOnly);

    private static PerFieldAnalyzer Create(ExactAndStemMode mode)
    {
        var keyword = new KeywordAnalyzer();
        var text = new ExactAndStemAnalyzer(mode);
        var names = new ExactAndStemAnalyzer(mode, GapBetweenNames);
        var analyzers = new Dictionary<string, Analyzer>(StringComparer.Ordinal);
        foreach (string name in KeywordFields)
            analyzers[name] = keyword;
        foreach (string name in NameFields)
            analyzers[name] = names;
        analyzers[ArticleFields.Text] = new ExactAndStemAnalyzer(ExactAndStemMode.StemOnly);
        return new PerFieldAnalyzer(text, analyzers);
    }
}
