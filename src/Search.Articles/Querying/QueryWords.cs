using System.Globalization;
using Search.Articles.Schema;
using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying;

/// <summary>Prints a query in words that can be typed again: stems and exact forms appear as they were written.</summary>
internal sealed class QueryWords
{
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);

    /// <param name="text">The query text that the words come from.</param>
    public QueryWords(string text)
    {
        TokenStream stream = ArticleAnalysis.ForIndexing.Open(ArticleFields.Body, text);
        while (stream.Next())
        {
            Token token = stream.Token;
            _written.TryAdd(token.Text.ToString(), text[token.StartOffset..token.EndOffset].ToLowerInvariant());
        }
        stream.End();
    }

    public string Print(Query query) => query switch
    {
        BooleanQuery boolean => PrintBoolean(boolean),
        BoostQuery boost => $"{Group(boost.Query)}^{boost.Boost.ToString("0.###", CultureInfo.InvariantCulture)}",
        ConstantScoreQuery constant => Print(constant.Query),
        TermQuery term => PrintTerm(term.Term),
        PhraseQuery phrase => PrintPhrase(phrase.Field, phrase.Terms.Select(place => place.Term), phrase.Slop),
        PrefixQuery prefix => $"{Prefix(prefix.Prefix.Field)}{Unmarked(prefix.Prefix.Text)}*",
        WildcardQuery wildcard => $"{Prefix(wildcard.Pattern.Field)}{Unmarked(wildcard.Pattern.Text)}",
        RegexpQuery regexp => $"{Prefix(regexp.Field)}/{ExactPatterns.ExpressionOf(regexp)}/",
        FuzzyQuery fuzzy => $"{Prefix(fuzzy.Field)}{Unmarked(fuzzy.Term.Text)}~{fuzzy.MaxEdits}",
        MatchAllQuery => "*",
        _ => Unmarked(query.ToString(ArticleFields.Body)),
    };

    // Alternatives come first: behind a required clause the last of them would become one.
    private string PrintBoolean(BooleanQuery boolean)
    {
        string alternatives = string.Join(" OR ", Clauses(boolean, Occur.Should));
        IEnumerable<string> required = Clauses(boolean, Occur.Must).Concat(Clauses(boolean, Occur.Filter));
        IEnumerable<string> excluded = Clauses(boolean, Occur.MustNot).Select(clause => "-" + clause);
        return string.Join(' ', required.Concat(excluded).Prepend(alternatives).Where(part => part.Length > 0));
    }

    private IEnumerable<string> Clauses(BooleanQuery boolean, Occur occur) =>
        boolean.Clauses.Where(clause => clause.Occur == occur).Select(clause => Group(clause.Query));

    private string Group(Query query) => query is BooleanQuery { Clauses.Count: > 1 } ? $"({Print(query)})" : Print(query);

    // An exact form by itself was in quotes.
    private string PrintTerm(Term term)
    {
        bool isExact = term.Text.StartsWith(ExactAndStemFilter.ExactMarker);
        bool isKeyword = !ArticleAnalysis.TextFields.Contains(term.Field, StringComparer.Ordinal);
        return Prefix(term.Field) + (isExact || isKeyword ? $"\"{Written(term.Text)}\"" : Written(term.Text));
    }

    private string PrintPhrase(string name, IEnumerable<Term> terms, int slop) =>
        $"{Prefix(name)}\"{string.Join(' ', terms.Select(term => Written(term.Text)))}\"{(slop > 0 ? $"~{slop}" : "")}";

    private static string Prefix(string name) => name == ArticleFields.Body ? "" : name + ":";

    private string Written(string term) => _written.TryGetValue(term, out string? written) ? written : Unmarked(term);

    private static string Unmarked(string text) => text.Replace($"{ExactAndStemFilter.ExactMarker}", "", StringComparison.Ordinal);
}
