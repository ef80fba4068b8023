using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Matching;

/// <summary>Gathers the match intervals of one document.</summary>
/// <param name="field">The only field that is wanted; null: all.</param>
internal sealed class MatchSink(string? field)
{
    private readonly List<MatchInterval> _intervals = [];

    /// <summary>How many intervals there are; to go back to with <see cref="Rollback"/>.</summary>
    public int Mark => _intervals.Count;

    /// <summary>Whether intervals of a field are wanted.</summary>
    public bool Wants(string name) => field is null || field == name;

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
