using Search.Engine.Search;
using Search.Engine.Search.Queries;

namespace Search.Soak.Queries;

/// <summary>Does with a parsed query what a host does: prints, compares, rewrites, counts, searches and marks.</summary>
internal sealed class QuerySample(IndexSearcher searcher)
{
    private const int Hits = 10;

    /// <exception cref="SoakFailureException">Something failed, or two ways to the same answer differ.</exception>
    public void Check(Query query, string text)
    {
        try
        {
            if (Difference(query) is { } difference)
                throw new SoakFailureException($"{difference}: {Printable.Text(text)}, which is {Printable.Text(query.ToString(""))}");
        }
        catch (InvalidOperationException refusal) when (refusal.Message.Contains("without positions", StringComparison.Ordinal))
        {
            // A phrase on a field that has none: only the index can tell, so this is no syntax error, in Lucene neither.
        }
        catch (Exception fault) when (fault is not SoakFailureException)
        {
            throw new SoakFailureException($"a parsed query cannot be run: {Printable.Text(text)}", fault);
        }
    }

    private string? Difference(Query query)
    {
        if (query.ToString("").Length != query.ToString("").Length || !query.Equals(query) || query.GetHashCode() != query.GetHashCode())
            return "a query is not equal to itself";
        Query rewritten = searcher.Rewrite(query);
        if (!ReferenceEquals(rewritten, searcher.Rewrite(rewritten)))
            return "rewriting does not come to an end";
        long count = searcher.Count(query);
        TopDocs top = searcher.Search(query, Hits, new SearchOptions { TotalHitsThreshold = int.MaxValue });
        if (!top.TotalHits.IsExact || top.TotalHits.Value != count || top.ScoreDocs.Count != Math.Min(count, Hits))
            return $"{count} are counted, {top.TotalHits.Value} found, {top.ScoreDocs.Count} listed";
        for (var i = 1; i < top.ScoreDocs.Count; i++)
        {
            if (!(top.ScoreDocs[i - 1].Score >= top.ScoreDocs[i].Score))
                return $"hit {i} does not come after the one before it";
        }
        if (top.ScoreDocs.Count > 0)
            searcher.Matches(query, top.ScoreDocs[0].Doc);
        return null;
    }
}
