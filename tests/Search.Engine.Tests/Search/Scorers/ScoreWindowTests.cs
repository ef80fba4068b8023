using Search.Engine.Search.Scorers;

namespace Search.Engine.Tests.Search.Scorers;

public sealed class ScoreWindowTests
{
    private const double Cut = 0.5;

    [Fact]
    public void Marks_by_bytes_are_those_by_words()
    {
        var random = new Random(2);
        int[] docs = [.. Enumerable.Range(640, ScoreWindow.Size).Where(_ => random.Next(3) == 0)];
        var window = new ScoreWindow();
        var plain = new ScoreWindow();
        window.MoveTo(640);
        plain.MoveTo(640);
        window.Mark(docs);
        plain.MarkWords(docs);
        Assert.Equal(plain.Matches.ToArray(), window.Matches.ToArray());
        Assert.Equal(docs, Drained(window));
    }

    [Fact]
    public void Sums_that_were_added_without_marks_are_listed_when_they_reach_the_cut()
    {
        var window = new ScoreWindow();
        window.MoveTo(130);
        window.AddUnmarked([130, 140, 4000], [0.2f, 0.5f, 0.7f]);
        window.AddUnmarked([130, 4001], [0.4f, 0.1f]);
        Assert.True(window.IsEmpty);
        var list = new Candidates();
        window.DrainAtLeast(Cut, list);
        Assert.Equal([130, 140, 4000], list.Docs.ToArray());
        Assert.Equal([0.2f + (double)0.4f, 0.5f, 0.7f], list.Sums.ToArray());
        Assert.All(window.Scores.ToArray(), sum => Assert.Equal(0, sum));
    }

    [Fact]
    public void Matches_below_the_cut_leave_the_window_too()
    {
        var window = new ScoreWindow();
        window.MoveTo(0);
        window.Add(3, 1f);
        window.Add(70, 0.25f);
        var list = new Candidates();
        window.DrainTo(list, Cut);
        Assert.Equal([3], list.Docs.ToArray());
        Assert.True(window.IsEmpty);
        Assert.Equal(0, window.Scores[70]);
    }

    [Fact]
    public void Clearing_forgets_sums_that_were_never_marked()
    {
        var window = new ScoreWindow();
        window.MoveTo(0);
        window.AddUnmarked([3], [0.2f]);
        window.Clear();
        Assert.Equal(0, window.Scores[3]);
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
        var list = new Candidates();
        window.DrainTo(list);
        return list.Docs.ToArray();
    }
}
