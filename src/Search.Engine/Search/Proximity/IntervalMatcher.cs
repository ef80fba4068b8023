using System.Runtime.InteropServices;
using Search.Engine.Index;

namespace Search.Engine.Search.Proximity;

/// <summary>Finds the intervals of one source in one document after another of a segment.</summary>
/// <remarks>
/// Lives for one query on one segment; one thread. Positions are read for candidates only, each document's once: the
/// intervals of a document are all found together, because all of them count for the score.
/// </remarks>
internal abstract class IntervalMatcher
{
    private readonly List<Interval> _found = [];

    /// <summary>Documents among which all are that have an interval; moving it moves the matcher.</summary>
    public abstract DocIdCursor Documents { get; }

    /// <summary>The intervals of the document that was last matched; neither starts nor ends descend.</summary>
    public ReadOnlySpan<Interval> Intervals => CollectionsMarshal.AsSpan(_found);

    /// <summary>Finds the intervals of the document on which <see cref="Documents"/> stands; at most once a document.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Match()
    {
        _found.Clear();
        Find();
        return _found.Count > 0;
    }

    /// <summary>Match for a part that may have been left behind, or that the document lacks.</summary>
    public bool MatchAt(int docId)
    {
        int at = Documents.DocId < docId ? Documents.Advance(docId) : Documents.DocId;
        if (at == docId)
            return Match();
        _found.Clear();
        return false;
    }

    /// <summary>Adds the words that make an interval what it is.</summary>
    /// <param name="index">Which of <see cref="Intervals"/>.</param>
    public abstract void CollectParts(int index, IntervalParts parts);

    /// <summary>Adds the words of the first interval that stands inside another source's, if there is one.</summary>
    public void CollectFirstInside(in Interval span, IntervalParts parts)
    {
        ReadOnlySpan<Interval> intervals = Intervals;
        var index = 0;
        while (index < intervals.Length && intervals[index].Start < span.Start)
            index++;
        if (index < intervals.Length && span.Contains(intervals[index]))
            CollectParts(index, parts);
    }

    /// <summary>Adds the current document's intervals.</summary>
    protected abstract void Find();

    protected int Count => _found.Count;

    protected void Add(in Interval interval) => _found.Add(interval);
}
