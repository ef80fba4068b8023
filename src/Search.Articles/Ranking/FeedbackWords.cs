using Search.Articles.Querying;
using Search.Articles.Schema;
using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>Words that the best results of a query have in common, as a part of the score of all results.</summary>
/// <remarks>
/// A relevance model (RM3 without its background): a word weighs the sum, over the best paragraphs, of its share of the paragraph
/// times the paragraph's share of their scores, times its rarity. Words add to scores; they never make anything match.
/// </remarks>
internal sealed class FeedbackWords
{
    private const int Paragraphs = 10;
    private const int Words = 10;

    private FeedbackWords(Query query, IReadOnlyList<string> written)
    {
        Query = query;
        Written = written;
    }

    /// <summary>The words, weighted.</summary>
    public Query Query { get; }

    /// <summary>The words as they are written in the paragraphs, the heaviest first.</summary>
    public IReadOnlyList<string> Written { get; }

    /// <returns>Null when the best paragraphs have no other words.</returns>
    public static FeedbackWords? Find(IndexSearcher searcher, Query ranked, Query match, float weight)
    {
        TopDocs best = searcher.Search(ranked, Paragraphs);
        double scores = best.ScoreDocs.Sum(hit => (double)hit.Score);
        if (scores <= 0)
            return null;
        HashSet<string> asked = [.. QueryLeaves.Positive(match).OfType<TermQuery>().Select(leaf => leaf.Term.Text.TrimStart(ExactAndStemFilter.ExactMarker))];
        var weights = new Dictionary<string, (double Weight, string Written)>(StringComparer.Ordinal);
        foreach (ScoreDoc hit in best.ScoreDocs)
            Add(weights, searcher.Reader.StoredText(hit.Doc, ArticleFields.Body) ?? "", hit.Score / scores, asked);
        double paragraphs = Math.Max(searcher.StatisticsOf(ArticleFields.Body).DocCount, 1);
        (Term Term, double Weight, string Written)[] heaviest = [.. weights
            .Select(entry => (Term: new Term(ArticleFields.Body, entry.Key), entry.Value.Weight, entry.Value.Written))
            .Select(entry => (entry.Term, Weight: entry.Weight * Math.Log(1 + (paragraphs / (1 + searcher.Reader.DocFreq(entry.Term)))), entry.Written))
            .OrderByDescending(entry => entry.Weight).ThenBy(entry => entry.Written, StringComparer.Ordinal)
            .Take(Words)];
        if (heaviest.Length == 0)
            return null;
        double sum = heaviest.Sum(entry => entry.Weight);
        var query = new BooleanQuery([.. heaviest.Select(entry => new BooleanClause(
            new BoostQuery(new TermQuery(entry.Term), (float)(weight * entry.Weight / sum)), Occur.Should))]);
        return new FeedbackWords(query, [.. heaviest.Select(entry => entry.Written)]);
    }

    private static void Add(Dictionary<string, (double Weight, string Written)> weights, string text, double share, HashSet<string> asked)
    {
        var found = new List<(string Stem, string Written)>();
        TokenStream stream = ArticleAnalysis.ForWords.Open(ArticleFields.Body, text);
        while (stream.Next())
        {
            Token token = stream.Token;
            found.Add((token.Text.ToString(), text[token.StartOffset..token.EndOffset]));
        }
        stream.End();
        foreach ((string stem, string written) in found)
        {
            if (stem.Length < 3 || asked.Contains(stem) || asked.Contains(written) || WordSet.EnglishStopWords.Contains(written.ToLowerInvariant()))
                continue;
            (double weight, string known) = weights.GetValueOrDefault(stem, (0, written));
            weights[stem] = (weight + (share / found.Count), known);
        }
    }
}
