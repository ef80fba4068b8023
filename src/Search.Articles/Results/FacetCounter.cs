using System.Runtime.InteropServices;
using Search.Articles.Ranking;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Facets;
using FacetCount = Search.Articles.Searching.FacetCount;

namespace Search.Articles.Results;

/// <summary>Counts articles by outlet, name, place and month over everything that matched.</summary>
/// <remarks>An article counts once for a value, however many of its matching paragraphs have it.</remarks>
internal static class FacetCounter
{
    private const int MaxValues = 50;

    public static Facets Count(IndexSearcher searcher, ParagraphMatches matches)
    {
        TextFacets outlets = Articles(ArticleFields.Outlet);
        TextFacets names = Articles(ArticleFields.Name);
        TextFacets places = Articles(ArticleFields.Place);
        var months = new Histogram(ArticleFields.Published, HistogramInterval.Month(TimeScale.Seconds), oncePer: ArticleFields.Article);
        HandOver(matches, searcher.Reader, new MultiCollector(outlets, names, places, months));
        return new Facets(
            MostFrequent(outlets), MostFrequent(names), MostFrequent(places),
            [.. months.Buckets().Select(month => new FacetCount(MonthOf(month.Value), (int)month.Count))]);

        TextFacets Articles(string column) => new(searcher, column, oncePer: ArticleFields.Article);
    }

    // The search is over: its matches are handed on segment by segment.
    private static void HandOver(ParagraphMatches matches, IndexReader reader, ICollector collector)
    {
        var first = 0;
        var docs = new List<int>();
        foreach (Leaf leaf in reader.Leaves)
        {
            docs.Clear();
            for (; first < matches.Docs.Count && matches.Docs[first] < leaf.DocBase + leaf.Reader.MaxDoc; first++)
                docs.Add(matches.Docs[first] - leaf.DocBase);
            if (docs.Count > 0)
                collector.StartLeaf(leaf).Collect(CollectionsMarshal.AsSpan(docs), new float[docs.Count]);
        }
    }

    private static FacetCount[] MostFrequent(TextFacets facets) =>
        [.. facets.Top(MaxValues).Select(entry => new FacetCount(entry.Value, (int)entry.Count))];

    private static string MonthOf(long firstSecond) => DateTimeOffset.FromUnixTimeSeconds(firstSecond).ToString("yyyy-MM");
}
