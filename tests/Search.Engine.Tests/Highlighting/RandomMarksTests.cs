using Search.Engine.Analysis;
using Search.Engine.Highlighting;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Highlighting;

/// <summary>Marks of random queries on random texts, compared with a matcher that tries every position.</summary>
public sealed class RandomMarksTests
{
    private const int TextCount = 60;
    private const int QueryCount = 80;

    private static readonly Analyzer Analyzer = new EnglishAnalyzer();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Marks_are_where_the_query_matches_and_nowhere_else(int seed)
    {
        var random = new RandomTexts(seed);
        using var texts = new MarkedTexts(Analyzer, random.Texts(TextCount));
        PlainMatcher[] plain = [.. texts.Texts.Select(text => new PlainMatcher(Analyzer, text, random.PlainSources))];
        var marked = 0;
        for (var i = 0; i < QueryCount; i++)
        {
            Query query = random.Query("f");
            QueryMatches matches = texts.MatchesOf(query);
            for (var doc = 0; doc < TextCount; doc++)
            {
                (int Start, int End)[] expected = [.. plain[doc].Marks(query)];
                Assert.True(expected.SequenceEqual(Places(texts.Mark(matches, doc))), $"{query} on \"{texts.Texts[doc]}\"");
                marked += expected.Length;
            }
        }
        Assert.InRange(marked, QueryCount * TextCount / 4, int.MaxValue);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Marks_are_the_same_with_offsets_from_postings_and_by_analysis(int seed)
    {
        var random = new RandomTexts(seed);
        using var texts = new MarkedTexts(Analyzer, random.Texts(TextCount));
        for (var i = 0; i < QueryCount; i++)
        {
            int querySeed = seed * 1000 + i;
            QueryMatches withOffsets = texts.MatchesOf(new RandomTexts(querySeed).Query("f", slop: 4));
            QueryMatches without = texts.MatchesOf(new RandomTexts(querySeed).Query("g", slop: 4));
            for (var doc = 0; doc < TextCount; doc++)
            {
                Assert.True(
                    Places(texts.Mark(withOffsets, doc)).SequenceEqual(Places(texts.Mark(without, doc, "g"))),
                    $"{withOffsets.Query} on \"{texts.Texts[doc]}\"");
            }
        }
    }

    [Theory]
    [InlineData(5)]
    public void Passages_ascend_hold_their_marks_and_only_marks_of_the_text(int seed)
    {
        var random = new RandomTexts(seed);
        using var texts = new MarkedTexts(Analyzer, random.Texts(TextCount));
        for (var i = 0; i < QueryCount; i++)
        {
            QueryMatches matches = texts.MatchesOf(random.Query("f", slop: 3));
            var options = new PassageOptions { MaxPassages = 1 + i % 3, MaxUnmarkedPassages = 0 };
            for (var doc = 0; doc < TextCount; doc++)
            {
                IReadOnlyList<TextMark> marks = texts.Mark(matches, doc);
                IReadOnlyList<Passage> passages = texts.Find(matches, doc, options);
                Assert.Equal(marks.Count > 0, passages.Count > 0);
                Assert.InRange(passages.Count, 0, options.MaxPassages);
                AssertSound(texts.Texts[doc], passages, marks);
            }
        }
    }

    private static void AssertSound(string text, IReadOnlyList<Passage> passages, IReadOnlyList<TextMark> marks)
    {
        var position = 0;
        foreach (Passage passage in passages)
        {
            Assert.InRange(passage.Start, position, passage.End - 1);
            Assert.All(passage.Marks, mark =>
            {
                Assert.InRange(mark.Start, passage.Start, passage.End - 1);
                Assert.Contains(mark, marks);
            });
            position = passage.End;
        }
        Assert.InRange(position, 0, text.Length);
        string unmarked = string.Concat(passages.Select(passage => text[passage.Start..passage.End]));
        Assert.Equal(unmarked, new PassageFormatter("", "", ellipsis: "").Format(text, passages));
    }

    // Words of several clauses at one place are one place.
    private static IEnumerable<(int Start, int End)> Places(IEnumerable<TextMark> marks) => marks.Select(mark => (mark.Start, mark.End)).Distinct();
}
