using Search.Engine.Index;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search;

/// <summary>Runs a weight over one segment, a window of documents at a time.</summary>
internal sealed class LeafSearch(WindowArena arena, CancellationToken cancellation)
{
    private readonly ScoreWindow _window = arena.Rent();

    /// <summary>Hands every match that is not deleted to a collector.</summary>
    public void Collect(Weight weight, Leaf leaf, ILeafCollector collector)
    {
        if (weight.WindowScorer(leaf, arena) is not { } scorer)
            return;
        scorer.SetMinCompetitiveScore(collector.MinCompetitiveScore);
        for (int next = scorer.Seek(0); next < leaf.Reader.MaxDoc;)
        {
            next = Fill(scorer, leaf, next);
            _window.Drain(out ReadOnlySpan<int> docs, out ReadOnlySpan<float> scores);
            if (!docs.IsEmpty)
                collector.Collect(docs, scores);
            scorer.SetMinCompetitiveScore(collector.MinCompetitiveScore);
            next = scorer.Seek(next);
        }
    }

    /// <summary>Counts the matches that are not deleted.</summary>
    public long Count(Weight weight, Leaf leaf)
    {
        if (leaf.Reader.LiveDocs is null && weight.QuickCount(leaf) is >= 0 and int quick)
            return quick;
        if (weight.WindowScorer(leaf, arena) is not { } scorer)
            return 0;
        var count = 0L;
        for (int next = scorer.Seek(0); next < leaf.Reader.MaxDoc;)
        {
            next = Fill(scorer, leaf, next);
            count += _window.Count();
            _window.Clear();
            next = scorer.Seek(next);
        }
        return count;
    }

    // Fills the window that starts at a candidate; returns the first document behind it.
    private int Fill(WindowScorer scorer, Leaf leaf, int from)
    {
        cancellation.ThrowIfCancellationRequested();
        int end = Math.Min(_window.MoveTo(from), leaf.Reader.MaxDoc);
        scorer.Score(from, end, _window);
        if (leaf.Reader.LiveDocs is { } live)
            _window.Intersect(live);
        return end;
    }
}
