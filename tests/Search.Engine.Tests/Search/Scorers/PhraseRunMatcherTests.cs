using Search.Engine.Search.Scorers;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Search.Scorers;

/// <summary>Phrases counted in a run of documents at once are those that a plain look at each document's words finds.</summary>
public sealed class PhraseRunMatcherTests
{
    private const int Words = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_document_of_a_run_has_its_own_count(int seed)
    {
        var random = new Random(seed);
        var matches = 0;
        for (var round = 0; round < 200; round++)
        {
            // A word's number at each place of each document.
            int[][] texts = [.. Enumerable.Range(0, random.Next(1, 400)).Select(_ => Text(random))];
            int[] phrase = [.. Enumerable.Range(0, Words).OrderBy(_ => random.Next()).Take(random.Next(2, Words + 1))];
            int[] offsets = [.. phrase.Select((_, i) => i + (round % 3 == 0 ? i / 2 : 0))];
            MemoryPostingsBlocks[] postings = [.. phrase.Select(word => Postings(texts, word))];
            int[] byCost = [.. Enumerable.Range(0, phrase.Length).OrderBy(i => postings[i].DocFreq)];
            if (postings[byCost[0]].DocFreq == 0)
                continue;
            var documents = new BlockConjunction([.. byCost.Select(i => postings[i])], Arenas.Open());
            var matcher = new PhraseRunMatcher(documents, [.. byCost.Select(i => postings[i])], [.. byCost.Select(i => offsets[i])]);
            while (documents.NextRun(0))
            {
                int[] run = documents.Run.ToArray();
                int[] wanted = [.. Enumerable.Range(0, run.Length).Where(_ => random.Next(3) > 0)];
                int[] expected = [.. wanted.Select(place => Count(texts[run[place]], phrase, offsets))];
                Assert.Equal(expected, wanted.Select(matcher.CountAt));
                matches += expected.Sum();
            }
        }
        Assert.True(matches > 1000, $"{matches} matches");
    }

    private static int[] Text(Random random)
    {
        int words = random.Next(1, 60);
        return [.. Enumerable.Range(0, words).Select(_ => random.Next(Words + 1))];
    }

    private static int Count(int[] text, int[] phrase, int[] offsets) =>
        Enumerable.Range(0, text.Length).Count(start =>
            phrase.Select((word, i) => start + offsets[i] < text.Length && text[start + offsets[i]] == word).All(isThere => isThere));

    private static MemoryPostingsBlocks Postings(int[][] texts, int word)
    {
        int[] docs = [.. Enumerable.Range(0, texts.Length).Where(docId => texts[docId].Contains(word))];
        int[][] positions = [.. docs.Select(docId => Enumerable.Range(0, texts[docId].Length).Where(place => texts[docId][place] == word).ToArray())];
        int[][] freqs = [.. positions.Select(places => places.Length).Chunk(128)];
        return new MemoryPostingsBlocks([.. docs.Chunk(128)], freqs, new Dictionary<int, long>(), positions);
    }
}
