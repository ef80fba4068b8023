using System.Text.Json;
using Search.Engine.Search;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Proximity;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Weights;
using Search.Engine.Tests.Infrastructure.Memory;
using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Engine.Tests.Search.Proximity;

/// <summary>Intervals of random sources in random texts, compared with a reading of the tables that tries everything.</summary>
public sealed class RandomIntervalsTests
{
    private const int Texts = 60;
    private const int Sources = 130;

    private static readonly string[] Words = ["a", "b", "c", "d"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Documents_intervals_and_marks_are_those_of_the_written_semantics(int seed)
    {
        var random = new Random(seed);
        string[][] texts = [.. Enumerable.Range(0, Texts).Select(_ => Enumerable.Range(0, random.Next(1, 13)).Select(_ => Words[random.Next(Words.Length)]).ToArray())];
        var searcher = new IndexSearcher(MemoryIndex.OfTexts(texts.Select(text => string.Join(' ', text))));
        var sources = new RandomSources(seed, Words, ["a", "", "x"]);
        var found = 0;
        for (var i = 0; i < Sources; i++)
        {
            string form = sources.Next(depth: 1 + i % 3);
            using JsonDocument document = JsonDocument.Parse(form);
            PlainSource plain = PlainSource.Parse(document.RootElement);
            var query = new IntervalQuery("f", IntervalForms.Source(document.RootElement));
            found += AssertSame(searcher, query, plain, texts, form);
        }
        Assert.InRange(found, Sources * Texts / 5, int.MaxValue);
    }

    // Returns in how many texts there are intervals.
    private static int AssertSame(IndexSearcher searcher, IntervalQuery query, PlainSource plain, string[][] texts, string form)
    {
        var weight = (IntervalWeight)query.CreateWeight(searcher, needsScores: false, 1f);
        QueryMatches matches = searcher.MatchesOf(query);
        var hits = new List<int>();
        for (var doc = 0; doc < texts.Length; doc++)
        {
            string[] text = texts[doc];
            IReadOnlyList<PlainInterval> expected = PlainIntervals.Of(plain, (word, begins, at) => begins ? text[at].StartsWith(word, StringComparison.Ordinal) : text[at] == word, text.Length);
            Interval[] actual = weight.IntervalsAt(searcher.Reader.Leaves[0], doc);
            string shown = $"{form} on \"{string.Join(' ', text)}\"";
            Assert.True(
                expected.Select(each => (each.Start, each.End)).SequenceEqual(actual.Select(each => (each.Start, each.End))),
                $"{shown}: [{string.Join(' ', expected.Select(each => (each.Start, each.End)))}], not [{string.Join(' ', actual)}]");
            Assert.True(Marks(expected).SequenceEqual(Marks(matches.At(doc))), $"{shown}: {string.Join(' ', Marks(expected))}, not {string.Join(' ', Marks(matches.At(doc)))}");
            if (expected.Count > 0)
                hits.Add(doc);
        }
        Assert.Equal(hits, searcher.Search(query, texts.Length).ScoreDocs.Select(hit => hit.Doc).Order());
        return hits.Count;
    }

    private static IEnumerable<(int, int)> Marks(IEnumerable<PlainInterval> intervals) => intervals.SelectMany(each => each.Words).Distinct().Order();

    private static IEnumerable<(int, int)> Marks(IReadOnlyList<MatchInterval> matches) =>
        matches.Select(match => (match.StartPosition, match.EndPosition)).Distinct().Order();
}
