using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Where each clause of a disjunction may match next, so that clauses without documents in a window are passed over.</summary>
internal sealed class ClauseCandidates
{
    private readonly WindowScorer[] _clauses;
    private readonly int[] _next;

    public ClauseCandidates(WindowScorer[] clauses)
    {
        _clauses = clauses;
        _next = new int[clauses.Length];
        _next.AsSpan().Fill(-1);
    }

    /// <summary>The first document that is at least target and that any clause may have.</summary>
    public int Seek(int target)
    {
        int first = DocIdCursor.NoMoreDocs;
        for (var i = 0; i < _next.Length; i++)
            first = Math.Min(first, Next(i, target));
        return first;
    }

    /// <summary>Whether clause <paramref name="i"/> is known to have no document in front of <paramref name="end"/> that is still ahead.</summary>
    public bool IsBehind(int i, int end) => _next[i] >= end;

    /// <summary>The first document that is at least target and that clause <paramref name="i"/> may have: where its scoring starts.</summary>
    public int Next(int i, int target)
    {
        if (_next[i] < target)
            _next[i] = _clauses[i].Seek(target);
        return _next[i];
    }
}
