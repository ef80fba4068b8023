namespace Search.Engine.Search;

/// <summary>What one search may still spend; travels with it to weights and scorers.</summary>
/// <remarks>
/// One thread, one search. Once it says stop, what is being computed is thrown away by <see cref="LeafSearch"/>: weights and
/// scorers may return at once and leave their work unfinished.
/// </remarks>
internal sealed class SearchBudget
{
    // A look at the clock costs about as much as a few dozen documents of a phrase.
    private const int StepsPerLook = 64;

    private readonly CancellationToken _cancellation;
    private readonly TimeProvider _clock;
    private readonly TimeSpan? _time;
    private readonly long _started;
    private long _expansionsLeft;
    private int _steps;
    private int _negations;

    public SearchBudget(SearchLimits? limits, TimeProvider clock, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _clock = clock;
        _time = limits?.Time;
        _started = _time is null ? 0 : clock.GetTimestamp();
        _expansionsLeft = limits?.MaxExpansions ?? long.MaxValue;
    }

    /// <summary>Why the result is a part; <see cref="PartialReason.None"/> as long as it is whole.</summary>
    public PartialReason Partial { get; private set; }

    /// <summary>Whether the search ends here: the current window, or the segment that is being opened, does not count.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>
    /// Counts one term that a clause comes to; false: there is none left, the clause matches by the terms that it has.
    /// </summary>
    /// <exception cref="OperationCanceledException"/>
    public bool TryExpand()
    {
        if (ShouldStop())
            return false;
        if (_expansionsLeft > 0)
        {
            _expansionsLeft--;
            return true;
        }
        LeaveTermsOut();
        return false;
    }

    /// <summary>Notes that a clause has more terms than it looks for by a limit of its own.</summary>
    /// <remarks>A clause that takes documents out would take out too few: hits that are none. That ends the search.</remarks>
    public void LeaveTermsOut() => Note(PartialReason.Expansions, stop: _negations > 0);

    /// <summary>Counts a step of work (a document looked at, a term read) and says whether the search ends here.</summary>
    /// <exception cref="OperationCanceledException"/>
    public bool ShouldStop() => IsStopped || (++_steps % StepsPerLook == 0 && LookNow());

    /// <summary>Looks at token and clock at once and says whether the search ends here.</summary>
    /// <exception cref="OperationCanceledException"/>
    public bool LookNow()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (!IsStopped && _time is { } time && _clock.GetElapsedTime(_started) >= time)
            Note(PartialReason.Time, stop: true);
        return IsStopped;
    }

    /// <summary>From here to <see cref="LeaveNegation"/> clauses are opened that take documents out.</summary>
    public void EnterNegation() => _negations++;

    /// <summary>Ends <see cref="EnterNegation"/>.</summary>
    public void LeaveNegation() => _negations--;

    private void Note(PartialReason reason, bool stop)
    {
        if (Partial == PartialReason.None || stop)
            Partial = reason;
        IsStopped |= stop;
    }
}
