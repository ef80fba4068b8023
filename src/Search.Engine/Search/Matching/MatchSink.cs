using System.Runtime.InteropServices;
using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Matching;

/// <summary>Gathers the match intervals of one document.</summary>
/// <param name="field">The only field that is wanted; null: all.</param>
/// <param name="keepsCursors">Whether the next document is a later one, so that what was opened for this one can go on.</param>
internal sealed class MatchSink(string? field, bool keepsCursors = false)
{
    private readonly List<MatchInterval> _intervals = [];
    private readonly Dictionary<Weight, object?>? _cursors = keepsCursors ? [] : null;
    private Leaf? _leaf;

    /// <summary>What has been gathered, in no order, the same interval perhaps more than once.</summary>
    public ReadOnlySpan<MatchInterval> Gathered => CollectionsMarshal.AsSpan(_intervals);

    /// <summary>How many intervals there are; to go back to with <see cref="Rollback"/>.</summary>
    public int Mark => _intervals.Count;

    /// <summary>Whether intervals of a field are wanted.</summary>
    public bool Wants(string name) => field is null || field == name;

    /// <summary>Whether what was opened for one document goes on to the next.</summary>
    public bool KeepsCursors => _cursors is not null;

    /// <summary>What a weight opened for an earlier document of the segment; null when it found nothing to open.</summary>
    /// <returns>False when it is still to be opened.</returns>
    public bool TryReuse<T>(Weight owner, Leaf leaf, out T? opened)
        where T : class
    {
        opened = null;
        if (_cursors is null)
            return false;
        if (!ReferenceEquals(leaf, _leaf))
            _cursors.Clear();
        _leaf = leaf;
        bool found = _cursors.TryGetValue(owner, out object? kept);
        opened = (T?)kept;
        return found;
    }

    /// <summary>Keeps what a weight has opened for later documents of the segment.</summary>
    public void Keep(Weight owner, object? opened) => _cursors?.Add(owner, opened);

    /// <summary>Moves on to the next document.</summary>
    public void Clear() => _intervals.Clear();

    public void Add(MatchInterval interval) => _intervals.Add(interval);

    /// <summary>Adds every position of the current document.</summary>
    public void AddPositions(string name, PostingsEnum postings, Query clause)
    {
        for (int left = postings.Freq; left > 0; left--)
        {
            int position = postings.NextPosition();
            _intervals.Add(new MatchInterval(name, position, position, postings.StartOffset, postings.EndOffset, clause));
        }
    }

    /// <summary>Forgets what was added after <paramref name="mark"/>.</summary>
    public void Rollback(int mark) => _intervals.RemoveRange(mark, _intervals.Count - mark);

    /// <summary>Makes a query the clause of what was added after <paramref name="mark"/>.</summary>
    public void Rename(int mark, Query clause)
    {
        for (int i = mark; i < _intervals.Count; i++)
            _intervals[i] = _intervals[i] with { Clause = clause };
    }

    /// <summary>The distinct intervals by start, then end, then in the order of the clauses.</summary>
    public IReadOnlyList<MatchInterval> Sorted() =>
        [.. _intervals.Distinct().OrderBy(interval => interval.StartPosition).ThenBy(interval => interval.EndPosition)];
}
