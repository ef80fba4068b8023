using Search.Engine.Index;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search;

/// <summary>Runs a weight over one segment, a window of documents at a time.</summary>
internal sealed class LeafSearch(WindowArena arena)
{
    private readonly ScoreWindow _window = arena.Rent();
    private readonly Candidates _list = arena.RentList();

    /// <summary>Hands every match that is not deleted to a collector.</summary>
    public void Collect(Weight weight, Leaf leaf, ILeafCollector collector)
    {
        using WindowArena scratch = arena.OpenForSegment();
        if (Open(weight, leaf, scratch) is { } scorer)
            Collect(scorer, leaf, collector);
    }

    /// <summary>The same for the best hits, of which the scorer may tell something before the first is found.</summary>
    /// <param name="foresees">Whether hits may be counted that are never found.</param>
    /// <param name="expects">Whether only what as many documents probably reach as the collector keeps is to be looked for.</param>
    public void Collect(Weight weight, Leaf leaf, TopScoreCollector collector, bool foresees, bool expects)
    {
        using WindowArena scratch = arena.OpenForSegment();
        if (Open(weight, leaf, scratch) is not { } scorer)
            return;
        // Deleted documents would be foreseen too.
        bool isWhole = leaf.Reader.LiveDocs is null;
        if (isWhole && foresees)
            collector.Foresee(scorer.LeastMatches);
        if (isWhole && expects)
            collector.Expect(scorer.LikelyMinimum(collector.Size));
        Collect(scorer, leaf, collector.StartLeaf(leaf));
    }

    private void Collect(WindowScorer scorer, Leaf leaf, ILeafCollector collector)
    {
        int maxDoc = leaf.Reader.MaxDoc;
        scorer.SetMinCompetitiveScore(collector.MinCompetitiveScore);
        for (int next = scorer.Seek(0); next < maxDoc && !arena.Budget.LookNow(); next = scorer.Seek(next))
        {
            _list.Clear();
            next = scorer.List(next, maxDoc, _window, _list);
            if (arena.Budget.IsStopped)
                return;
            if (leaf.Reader.LiveDocs is { } live)
                _list.Intersect(live);
            if (_list.Count == 0)
                continue;
            collector.Collect(_list.Docs, _list.Scores());
            scorer.SetMinCompetitiveScore(collector.MinCompetitiveScore);
        }
    }

    /// <summary>Counts the matches that are not deleted.</summary>
    public long Count(Weight weight, Leaf leaf)
    {
        if (leaf.Reader.LiveDocs is null && weight.QuickCount(leaf) is >= 0 and int quick)
            return quick;
        using WindowArena scratch = arena.OpenForSegment();
        if (Open(weight, leaf, scratch) is not { } scorer)
            return 0;
        if (scorer.Count(leaf.Reader.MaxDoc, leaf.Reader.LiveDocs) is >= 0 and long count)
            return count;
        return scorer.ListsDirectly ? CountLists(scorer, leaf) : CountWindows(scorer, leaf);
    }

    private long CountLists(WindowScorer scorer, Leaf leaf)
    {
        var count = 0L;
        for (int next = scorer.Seek(0); next < leaf.Reader.MaxDoc && !arena.Budget.LookNow(); next = scorer.Seek(next))
        {
            _list.Clear();
            next = scorer.List(next, leaf.Reader.MaxDoc, _window, _list);
            if (arena.Budget.IsStopped)
                break;
            if (leaf.Reader.LiveDocs is { } live)
                _list.Intersect(live);
            count += _list.Count;
        }
        return count;
    }

    private long CountWindows(WindowScorer scorer, Leaf leaf)
    {
        var count = 0L;
        for (int next = scorer.Seek(0); next < leaf.Reader.MaxDoc;)
        {
            if (!TryFill(scorer, leaf, ref next))
                break;
            count += _window.Count();
            _window.Clear();
            next = scorer.Seek(next);
        }
        return count;
    }

    // Null when nothing matches, or when the search stopped while the scorer was opened.
    private WindowScorer? Open(Weight weight, Leaf leaf, WindowArena scratch)
    {
        if (arena.Budget.LookNow())
            return null;
        WindowScorer? scorer = weight.WindowScorer(leaf, scratch);
        return arena.Budget.IsStopped ? null : scorer;
    }

    // Fills the window that starts at a candidate and moves behind it; false: the search ends before this window.
    private bool TryFill(WindowScorer scorer, Leaf leaf, ref int next)
    {
        if (arena.Budget.LookNow())
            return false;
        int end = Math.Min(_window.MoveTo(next), leaf.Reader.MaxDoc);
        scorer.Score(next, end, _window);
        if (arena.Budget.IsStopped)
        {
            _window.Clear();
            return false;
        }
        if (leaf.Reader.LiveDocs is { } live)
            _window.Intersect(live);
        next = end;
        return true;
    }
}
