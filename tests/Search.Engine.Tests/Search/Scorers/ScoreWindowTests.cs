using Search.Engine.Search.Scorers;

namespace Search.Engine.Tests.Search.Scorers;

public sealed class ScoreWindowTests
{
    private const double Cut = 0.5;

    [Fact]
    public void Vectors_keep_the_same_sums_as_the_plain_loop()
    {
        var random = new Random(1);
        for (var round = 0; round < 50; round++)
        {
            double[] sums = [.. Enumerable.Range(0, 64).Select(_ => random.Next(4) switch { 0 => 0, 1 => Cut, 2 => Math.BitDecrement(Cut), _ => random.NextDouble() })];
            double[] plain = [.. sums];
            Assert.Equal(ScoreWindow.KeepAtLeastScalar(plain, Cut), ScoreWindow.KeepAtLeast(sums, Cut));
            Assert.Equal(plain, sums);
        }
    }

    [Fact]
    public void Sums_that_were_added_without_marks_match_when_they_reach_the_cut()
    {
        var window = new ScoreWindow();
        window.MoveTo(130);
        window.AddUnmarked([130, 140, 4000], [0.2f, 0.5f, 0.7f]);
        window.AddUnmarked([130, 4001], [0.4f, 0.1f]);
        Assert.True(window.IsEmpty);
        window.MarkAtLeast(Cut);
        Assert.Equal([130, 140, 4000], Drained(window));
        Assert.True(window.IsEmpty);
        Assert.All(window.Scores.ToArray(), sum => Assert.Equal(0, sum));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(60)]
    public void What_is_below_the_cut_is_dropped_from_words_with_few_and_with_many_matches(int matches)
    {
        var window = new ScoreWindow();
        window.MoveTo(0);
        for (var docId = 64; docId < 64 + matches; docId++)
            window.Add(docId, docId % 3);
        window.DropBelow(1.5);
        Assert.Equal(Enumerable.Range(64, matches).Where(docId => docId % 3 == 2), Drained(window));
    }

    [Fact]
    public void Documents_that_are_not_found_leave_with_their_scores()
    {
        var window = new ScoreWindow();
        window.MoveTo(0);
        window.Add(3, 1f);
        window.Add(70, 2f);
        var found = new ulong[ScoreWindow.WordCount];
        found[1] = ulong.MaxValue;
        window.Keep(found);
        Assert.Equal(0, window.Scores[3]);
        Assert.Equal([70], Drained(window));
    }

    private static int[] Drained(ScoreWindow window)
    {
        window.Drain(out ReadOnlySpan<int> docs, out _);
        return docs.ToArray();
    }
}
