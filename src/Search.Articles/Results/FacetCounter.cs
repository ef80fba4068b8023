using System.Text;
using Search.Articles.Ranking;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;

namespace Search.Articles.Results;

/// <summary>Counts articles by outlet, name, place and month over everything that matched.</summary>
internal static class FacetCounter
{
    private const int MaxValues = 50;

    public static Facets Count(ParagraphMatches matches)
    {
        var outlets = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (IGrouping<Leaf, ArticleMatches> group in matches.Articles.GroupBy(article => article.Leaf))
        {
            ArticleMatches[] articles = [.. group];
            CountOutlets(group.Key, articles, matches, outlets);
            CountSets(group.Key, ArticleFields.Name, articles, matches, names);
            CountSets(group.Key, ArticleFields.Place, articles, matches, places);
            CountMonths(group.Key, articles, matches, months);
        }
        return new Facets(
            MostFrequent(outlets), MostFrequent(names), MostFrequent(places),
            [.. months.OrderBy(month => month.Key, StringComparer.Ordinal).Select(month => new FacetCount(month.Key, month.Value))]);
    }

    private static FacetCount[] MostFrequent(Dictionary<string, int> counts) =>
        [.. counts.OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Take(MaxValues)
            .Select(entry => new FacetCount(entry.Key, entry.Value))];

    private static void CountOutlets(Leaf leaf, ArticleMatches[] articles, ParagraphMatches matches, Dictionary<string, int> totals)
    {
        SortedDocValues? column = leaf.Reader.SortedColumn(ArticleFields.Outlet);
        if (column is null)
            return;
        var counts = new int[column.Dictionary.ValueCount];
        foreach (ArticleMatches article in articles)
        {
            if (column.AdvanceExact(matches.Docs[article.First] - leaf.DocBase))
                counts[column.Ordinal]++;
        }
        AddTotals(column.Dictionary, counts, totals);
    }

    // An article counts once for a value, however many of its matching paragraphs have it.
    private static void CountSets(Leaf leaf, string name, ArticleMatches[] articles, ParagraphMatches matches, Dictionary<string, int> totals)
    {
        SortedSetDocValues? column = leaf.Reader.SortedSetColumn(name);
        if (column is null)
            return;
        var counts = new int[column.Dictionary.ValueCount];
        var lastArticle = new int[counts.Length]; // 1 + index of the article that counted the value last
        for (var i = 0; i < articles.Length; i++)
        {
            for (var k = 0; k < articles[i].Count; k++)
            {
                if (!column.AdvanceExact(matches.Docs[articles[i].First + k] - leaf.DocBase))
                    continue;
                for (int left = column.Count; left > 0; left--)
                {
                    int ordinal = column.NextOrdinal();
                    if (lastArticle[ordinal] == i + 1)
                        continue;
                    lastArticle[ordinal] = i + 1;
                    counts[ordinal]++;
                }
            }
        }
        AddTotals(column.Dictionary, counts, totals);
    }

    private static void CountMonths(Leaf leaf, ArticleMatches[] articles, ParagraphMatches matches, Dictionary<string, int> totals)
    {
        NumericDocValues? column = leaf.Reader.NumericColumn(ArticleFields.Published);
        if (column is null)
            return;
        foreach (ArticleMatches article in articles)
        {
            if (!column.AdvanceExact(matches.Docs[article.First] - leaf.DocBase))
                continue;
            var month = DateTimeOffset.FromUnixTimeSeconds(column.Value).ToString("yyyy-MM");
            totals[month] = totals.GetValueOrDefault(month) + 1;
        }
    }

    private static void AddTotals(IOrdinalDictionary dictionary, int[] counts, Dictionary<string, int> totals)
    {
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            if (counts[ordinal] == 0)
                continue;
            string value = Encoding.UTF8.GetString(dictionary.Lookup(ordinal));
            totals[value] = totals.GetValueOrDefault(value) + counts[ordinal];
        }
    }
}
