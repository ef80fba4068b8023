using Search.Articles.Searching;
using Search.Engine.Search;

namespace Search.Articles.Ranking;

/// <summary>Says what a paragraph's score is made of: one part a field.</summary>
internal static class ScoreExplainer
{
    public static ScorePart Explain(IndexSearcher searcher, RankedQuery query, int doc, float score)
    {
        var parts = new List<ScorePart>();
        foreach ((string name, Engine.Search.Queries.Query part) in query.Parts)
        {
            Explanation explanation = searcher.Explain(part, doc);
            parts.Add(new ScorePart(name, explanation.IsMatch ? explanation.Value : 0, Describe(name, explanation.IsMatch), Details(explanation)));
        }
        return new ScorePart("score", score, "the sum of its parts", parts);
    }

    private static ScorePart[] Details(Explanation explanation) =>
        explanation.IsMatch
            ? [.. explanation.Details.Select(detail => new ScorePart("detail", detail.Value, detail.Description, Details(detail)))]
            : [];

    private static string Describe(string name, bool matches) => (name, matches) switch
    {
        ("body", _) => "how well the paragraph itself matches",
        ("article", true) => "the article as a whole has words of the query",
        ("article", false) => "only the wording of the query counts, not the article as a whole",
        ("headline", true) => "the headline has words of the query",
        ("headline", false) => "the headline has no word of the query",
        ("lead", true) => "it stands at the beginning of the article",
        ("lead", false) => "it does not stand at the beginning of the article",
        ("names", true) => "a name in it has words of the query",
        ("names", false) => "no name in it has a word of the query",
        ("places", true) => "a place in it has words of the query",
        ("places", false) => "no place in it has a word of the query",
        ("proximity", true) => "words of the query stand near each other",
        ("proximity", false) => "no two neighbouring words of the query stand near each other",
        ("recency", _) => "how new the article is",
        ("feedback", true) => "it has words that the best results have in common",
        _ => "it has none of the words that the best results have in common",
    };
}
