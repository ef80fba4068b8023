using System.Text;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Analysis;
using Search.Engine.Index;

namespace Search.Articles.Results;

/// <summary>Gathers what can be suggested from the terms of a snapshot: the most frequent of each kind.</summary>
internal static class SuggestionBuilder
{
    private const int MaxWords = 50_000;
    private const int MaxNames = 50_000;
    private const int MaxPlaces = 20_000;
    private const int MaxOutlets = 2_000;
    private const int MaxHeadlines = 20_000;
    private const int MaxLength = 120;

    private static readonly HashSet<string> HeadlineField = new(StringComparer.Ordinal) { ArticleFields.Headline };

    public static SuggestionTable Build(IndexSnapshot snapshot) => new(
    [
        .. Words(snapshot.Reader),
        .. Keywords(snapshot.Reader, ArticleFields.Name, SuggestionKind.Name, MaxNames),
        .. Keywords(snapshot.Reader, ArticleFields.Place, SuggestionKind.Place, MaxPlaces),
        .. Outlets(snapshot),
        .. Headlines(snapshot),
    ], snapshot.Generation);

    /// <summary>The words of a text as they are looked for: in lower case, without accents, one space between them.</summary>
    public static string KeyOf(string text)
    {
        var key = new StringBuilder(text.Length);
        TokenStream stream = ArticleAnalysis.ForQuotes.Open(ArticleFields.Body, text);
        while (stream.Next())
        {
            if (key.Length > 0)
                key.Append(' ');
            key.Append(stream.Token.Text.TrimStart(ExactAndStemFilter.ExactMarker));
        }
        stream.End();
        return key.ToString();
    }

    // Exact forms stand together behind their marker.
    private static IEnumerable<SuggestionEntry> Words(IndexReader reader) =>
        MostFrequent(Terms(reader, ArticleFields.Body, $"{ExactAndStemFilter.ExactMarker}"), MaxWords)
            .Select(term => (Word: term.Text[1..], term.Count))
            .Where(term => term.Word.Length > 1 && char.IsLetter(term.Word[0]))
            .Select(term => new SuggestionEntry(term.Word, term.Word, SuggestionKind.Word, term.Count));

    private static IEnumerable<SuggestionEntry> Keywords(IndexReader reader, string field, SuggestionKind kind, int most) =>
        MostFrequent(Terms(reader, field, ""), most).Select(term => new SuggestionEntry(term.Text, KeyOf(term.Text), kind, term.Count)).Where(entry => entry.Key.Length > 0);

    // The keyword stands on every paragraph; what is counted are articles.
    private static IEnumerable<SuggestionEntry> Outlets(IndexSnapshot snapshot)
    {
        var articles = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Leaf leaf in snapshot.Reader.Leaves)
        {
            if (leaf.Reader.SortedColumn(ArticleFields.Outlet) is not { } column)
                continue;
            var counts = new int[column.Dictionary.ValueCount];
            foreach (int doc in snapshot.Blocks.LiveArticles(leaf))
            {
                if (column.AdvanceExact(doc - leaf.DocBase))
                    counts[column.Ordinal]++;
            }
            for (var ordinal = 0; ordinal < counts.Length; ordinal++)
            {
                string outlet = Encoding.UTF8.GetString(column.Dictionary.Lookup(ordinal));
                articles[outlet] = articles.GetValueOrDefault(outlet) + counts[ordinal];
            }
        }
        return MostFrequent(articles, MaxOutlets).Select(outlet => new SuggestionEntry(outlet.Text, KeyOf(outlet.Text), SuggestionKind.Outlet, outlet.Count));
    }

    private static IEnumerable<SuggestionEntry> Headlines(IndexSnapshot snapshot)
    {
        var headlines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (int doc in snapshot.Blocks.LiveArticles())
        {
            string? headline = StoredRecord.Read(snapshot.Reader, doc, HeadlineField).Text(ArticleFields.Headline);
            if (headline is { Length: <= MaxLength } && (headlines.Count < MaxHeadlines || headlines.ContainsKey(headline)))
                headlines[headline] = headlines.GetValueOrDefault(headline) + 1;
        }
        return headlines.Select(headline => new SuggestionEntry(headline.Key, KeyOf(headline.Key), SuggestionKind.Headline, headline.Value)).Where(entry => entry.Key.Length > 0);
    }

    private static Dictionary<string, int> Terms(IndexReader reader, string field, string prefix)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        byte[] start = Encoding.UTF8.GetBytes(prefix);
        foreach (Leaf leaf in reader.Leaves)
        {
            if (leaf.Reader.Terms(field) is not { } terms)
                continue;
            TermsEnum walk = terms.Enumerate();
            for (bool more = walk.SeekCeiling(start); more && walk.Term.StartsWith(start); more = walk.Next())
            {
                if (walk.Term.Length > MaxLength)
                    continue;
                string text = Encoding.UTF8.GetString(walk.Term);
                counts[text] = counts.GetValueOrDefault(text) + walk.State.DocFreq;
            }
        }
        return counts;
    }

    private static IEnumerable<(string Text, int Count)> MostFrequent(Dictionary<string, int> counts, int most) =>
        counts.Where(entry => entry.Value > 0).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Take(most).Select(entry => (entry.Key, entry.Value));
}
