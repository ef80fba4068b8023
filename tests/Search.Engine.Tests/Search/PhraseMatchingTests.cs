using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Infrastructure.Requests;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Search;

public sealed class PhraseMatchingTests
{
    [Fact]
    public void Phrase_frequencies_equal_Lucenes()
    {
        IReadOnlyList<JsonElement> rows = Golden.Rows("sloppy.json");
        string[] texts = [.. rows[0].GetProperty("docs").EnumerateArray().Select(text => text.GetString()!)];
        var searcher = new IndexSearcher(MemoryIndex.OfTexts(texts));
        GoldenRows.Check("sloppy.json", "frequencies", [.. rows.Skip(1)], IdOf, row =>
        {
            Dictionary<string, float> expected = row.GetProperty("freqByText").EnumerateObject().ToDictionary(pair => pair.Name, pair => Golden.Bits(pair.Value[1]));
            Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), Frequencies(searcher, PhraseOf(row), texts).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        });
    }

    [Fact]
    public void An_exact_phrase_is_one_interval_from_its_first_to_its_last_word()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("x a b x a b"));
        var phrase = new PhraseQuery("f", 0, "a", "b");
        Assert.Equal(
            [new MatchInterval("f", 1, 2, 2, 5, phrase), new MatchInterval("f", 4, 5, 8, 11, phrase)],
            searcher.Matches(phrase, 0));
    }

    [Fact]
    public void A_sloppy_phrase_is_one_interval_over_all_its_words_wherever_they_stand()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("x b x a x", "a x x x x b"));
        var phrase = new PhraseQuery("f", 3, "a", "b");
        Assert.Equal([new MatchInterval("f", 1, 3, 2, 7, phrase)], searcher.Matches(phrase, 0));
        Assert.Empty(searcher.Matches(phrase, 1));
    }

    [Fact]
    public void Intervals_of_a_sloppy_phrase_are_as_many_as_its_matches()
    {
        IReadOnlyList<JsonElement> rows = Golden.Rows("sloppy.json");
        string[] texts = [.. rows[0].GetProperty("docs").EnumerateArray().Select(text => text.GetString()!)];
        var searcher = new IndexSearcher(MemoryIndex.OfTexts(texts));
        foreach (JsonElement row in rows.Skip(1))
        {
            Query phrase = PhraseOf(row);
            Dictionary<string, float> frequencies = Frequencies(searcher, phrase, texts);
            for (var doc = 0; doc < texts.Length; doc++)
            {
                IReadOnlyList<MatchInterval> intervals = searcher.Matches(phrase, doc);
                Assert.Equal(frequencies.ContainsKey(texts[doc]), intervals.Count > 0);
                string[] words = texts[doc].Split(' ');
                Assert.All(intervals, interval => Assert.Equal(
                    string.Join(' ', words[interval.StartPosition..(interval.EndPosition + 1)]),
                    texts[doc][interval.StartOffset..interval.EndOffset]));
            }
        }
    }

    [Fact]
    public void A_phrase_on_a_field_without_positions_is_refused()
    {
        var searcher = new IndexSearcher(GoldenCorpus.SingleInMemory);
        Assert.Throws<InvalidOperationException>(() => searcher.Count(new PhraseQuery("title_freqs", 0, "market", "square")));
    }

    private static string IdOf(JsonElement row) => $"{row.GetProperty("phrase").GetString()} ~{row.GetProperty("slop").GetInt32()}";

    private static Query PhraseOf(JsonElement row)
    {
        int slop = row.GetProperty("slop").GetInt32();
        using JsonDocument words = JsonDocument.Parse(JsonSerializer.Serialize(row.GetProperty("phrase").GetString()!.Split(' ')));
        (string Text, int Position)[] places = [.. QueryForms.Places(words.RootElement)];
        return places.Any(place => place.Text.Contains('|', StringComparison.Ordinal))
            ? new MultiPhraseQuery("f", [.. places.Select(place => (Alternatives(place.Text), place.Position))], slop)
            : new PhraseQuery("f", [.. places.Select(place => (new Term("f", place.Text), place.Position))], slop);
    }

    private static IReadOnlyList<Term> Alternatives(string text) => [.. text.Split('|').Select(word => new Term("f", word))];

    private static Dictionary<string, float> Frequencies(IndexSearcher searcher, Query query, string[] texts)
    {
        var frequencies = new Dictionary<string, float>();
        Leaf leaf = searcher.Reader.Leaves[0];
        var scorer = (PhraseScorer?)query.CreateWeight(searcher, needsScores: true, 1f).Scorer(leaf);
        while (scorer is not null && scorer.NextDoc() != DocIdCursor.NoMoreDocs)
            frequencies.Add(texts[scorer.DocId], scorer.Freq());
        return frequencies;
    }
}
