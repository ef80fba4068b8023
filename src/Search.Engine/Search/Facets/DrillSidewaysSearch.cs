using Search.Engine.Index;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Facets;

/// <summary>Finds, in one pass, what matches a query and all filters, and for each filter what matches all but that one.</summary>
/// <remarks>
/// The query fills a window as if there were no filters; each filter is asked about the documents of that window only, and
/// what follows is arithmetic on bits. A search per dimension would run the query as often as there are dimensions.
/// </remarks>
internal sealed class DrillSidewaysSearch
{
    private readonly WindowArena _arena;
    private readonly Weight _query;
    private readonly Weight[] _filters;
    private readonly ScoreWindow _window;
    private readonly ScoreWindow[] _passing; // by filter: documents of the window that pass it
    private readonly ScoreWindow _others;
    private readonly Candidates _list;

    public DrillSidewaysSearch(WindowArena arena, Weight query, Weight[] filters)
    {
        _arena = arena;
        _query = query;
        _filters = filters;
        _window = arena.Rent();
        _passing = [.. filters.Select(_ => arena.Rent())];
        _others = arena.Rent();
        _list = arena.RentList();
    }

    /// <summary>Searches one segment.</summary>
    /// <param name="hits">Receives what passes all filters.</param>
    /// <param name="counts">By filter: receives what passes all others.</param>
    public void Collect(Leaf leaf, ILeafCollector hits, ILeafCollector[] counts)
    {
        using WindowArena scratch = _arena.OpenForSegment();
        if (_query.WindowScorer(leaf, scratch) is not { } scorer)
            return;
        WindowScorer?[] filters = [.. _filters.Select(filter => filter.WindowScorer(leaf, scratch))];
        if (filters.Count(filter => filter is null) > 1)
            return;
        for (int next = scorer.Seek(0); next < leaf.Reader.MaxDoc && !_arena.Budget.LookNow(); next = scorer.Seek(next))
        {
            int end = Math.Min(_window.MoveTo(next), leaf.Reader.MaxDoc);
            scorer.Score(next, end, _window);
            if (leaf.Reader.LiveDocs is { } live)
                _window.Intersect(live);
            if (!_window.IsEmpty)
                Filter(filters, next, end);
            if (_arena.Budget.IsStopped)
                return;
            if (!_window.IsEmpty)
                HandOut(hits, counts);
            next = end;
        }
    }

    private void Filter(WindowScorer?[] filters, int from, int to)
    {
        for (var i = 0; i < filters.Length; i++)
        {
            _passing[i].CopyMatches(_window);
            if (filters[i] is { } filter)
                filter.Restrict(from, to, _passing[i]);
            else
                _passing[i].Clear();
        }
    }

    private void HandOut(ILeafCollector hits, ILeafCollector[] counts)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            _others.CopyMatches(_window);
            for (var other = 0; other < _passing.Length; other++)
            {
                if (other != i)
                    _others.Intersect(_passing[other]);
            }
            Drain(_others, counts[i]);
        }
        // Filters have no scores: nothing is added to the query's.
        foreach (ScoreWindow passing in _passing)
            _window.Intersect(passing);
        Drain(_window, hits);
    }

    private void Drain(ScoreWindow window, ILeafCollector collector)
    {
        _list.Clear();
        window.DrainTo(_list);
        if (_list.Count > 0)
            collector.Collect(_list.Docs, _list.Scores());
    }
}
