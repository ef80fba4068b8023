using Search.Articles.Schema;
using Search.Engine.Analysis;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>English words that say how others belong together, not what a text is about: they are matched like all words and hardly count for the order.</summary>
internal static class FunctionWords
{
    /// <summary>What such a word weighs beside others; measured on the relevance collections.</summary>
    private const float Weight = 0.1f;

    private const string Words = """
        a about am an and any are as at be because been being but by can could did do does doing done for from given had has have having he her here hers
        him his how however i if in into is it its just me my of on only or other our ours shall she should since so some such than that the their theirs
        them then there these they this those through to too until upon very was we were what when where whether which while who whom whose why will with
        within would you your yours
        """;

    // As they stand in the index.
    private static readonly HashSet<string> Stems = Read();

    /// <summary>Whether a leaf asks for such a word.</summary>
    public static bool IsOne(Query leaf) => leaf is TermQuery { Term: { Field: ArticleFields.Body } term } && Stems.Contains(term.Text);

    /// <summary>The query with less weight on such words; itself when it has no others.</summary>
    /// <param name="leaves">What it asks paragraphs for.</param>
    public static Query Lighten(Query query, IReadOnlyList<(Query Leaf, float Weight)> leaves) =>
        leaves.Any(entry => IsOne(entry.Leaf)) && !leaves.All(entry => IsOne(entry.Leaf)) ? Lighten(query) : query;

    /// <summary>What tells what a query is about: all but such words, unless there are no others.</summary>
    public static IReadOnlyList<(Query Leaf, float Weight)> Without(IReadOnlyList<(Query Leaf, float Weight)> leaves) =>
        leaves.All(entry => IsOne(entry.Leaf)) ? leaves : [.. leaves.Where(entry => !IsOne(entry.Leaf))];

    private static Query Lighten(Query query) => query switch
    {
        TermQuery when IsOne(query) => new BoostQuery(query, Weight),
        BooleanQuery boolean => new BooleanQuery([.. boolean.Clauses.Select(clause => new BooleanClause(Lighten(clause.Query), clause.Occur))], boolean.MinimumShouldMatch),
        _ => query,
    };

    private static HashSet<string> Read()
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        TokenStream stream = ArticleAnalysis.ForWords.Open(ArticleFields.Body, Words);
        while (stream.Next())
            stems.Add(stream.Token.Text.ToString());
        stream.End();
        return stems;
    }
}
