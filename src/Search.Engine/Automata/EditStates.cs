namespace Search.Engine.Automata;

/// <summary>The states that counting edits goes through, whatever the word: sets of positions relative to the first of them.</summary>
/// <remarks>
/// <para>Schulz and Mihov, "Fast string correction with Levenshtein automata" (2002). Where a character leads depends only on
/// where it occurs among the next <see cref="Window"/> characters of the word: its <em>occurrence bits</em>, lowest bit first.
/// The tables are computed once for each number of edits, about a millisecond for the largest.</para>
/// <para>Positions behind the end of the word can occur; at the end itself there is then always one that is as good.</para>
/// <para>Immutable; shareable.</para>
/// </remarks>
internal sealed class EditStates
{
    /// <summary>Most edits that can be counted.</summary>
    public const int MaxEdits = 2;

    private static readonly Lazy<EditStates>[] Tables =
    [
        new(() => new EditStates(1, transpositions: false)),
        new(() => new EditStates(1, transpositions: true)),
        new(() => new EditStates(2, transpositions: false)),
        new(() => new EditStates(2, transpositions: true)),
    ];

    private readonly int _maxEdits;
    private readonly bool _transpositions;
    private readonly List<EditPosition[]> _states = [];
    private readonly List<(int Target, int Shift)> _steps = [];

    private EditStates(int maxEdits, bool transpositions)
    {
        _maxEdits = maxEdits;
        _transpositions = transpositions;
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        NumberOf([new EditPosition(0, 0, IsSwapped: false)], known);
        for (var state = 0; state < _states.Count; state++)
        {
            for (var occurrences = 0; occurrences < 1 << Window; occurrences++)
                _steps.Add(Step(_states[state], occurrences, known));
        }
    }

    /// <summary>Number of characters of the word that count for a step.</summary>
    public int Window => 2 * _maxEdits + 1;

    /// <summary>Number of states; the first is 0.</summary>
    public int Count => _states.Count;

    /// <summary>The states for 1 or 2 edits; a swap of two neighbours is one edit, or two.</summary>
    public static EditStates Of(int maxEdits, bool transpositions) => Tables[2 * (maxEdits - 1) + (transpositions ? 1 : 0)].Value;

    /// <summary>Where a character leads, and by how many characters of the word the base moves on.</summary>
    /// <returns>A target below 0 when the distance has become too large.</returns>
    public (int Target, int Shift) Step(int state, int occurrences) => _steps[(state << Window) + occurrences];

    /// <summary>The edit distance when nothing follows; -1 when it is too large.</summary>
    /// <param name="remaining">Characters of the word from the base on.</param>
    public int Distance(int state, int remaining)
    {
        int best = _maxEdits + 1;
        foreach (EditPosition position in _states[state])
        {
            if (!position.IsSwapped && position.Offset <= remaining)
                best = Math.Min(best, position.Edits + remaining - position.Offset);
        }
        return best <= _maxEdits ? best : -1;
    }

    private (int Target, int Shift) Step(EditPosition[] state, int occurrences, Dictionary<string, int> known)
    {
        var reached = new List<EditPosition>();
        foreach (EditPosition position in state)
            AddReached(position, occurrences, reached);
        List<EditPosition> kept = [.. reached.Distinct().Where(position => !reached.Exists(other => other.Subsumes(position)))];
        if (kept.Count == 0)
            return (-1, 0);
        int shift = kept.Min(position => position.Offset);
        IEnumerable<EditPosition> target = kept
            .Select(position => position with { Offset = position.Offset - shift })
            .OrderBy(position => (position.Offset, position.Edits, position.IsSwapped));
        return (NumberOf([.. target], known), shift);
    }

    private void AddReached(EditPosition position, int occurrences, List<EditPosition> reached)
    {
        (int offset, int edits, bool isSwapped) = position;
        if (isSwapped)
        {
            if (Occurs(offset))
                reached.Add(new EditPosition(offset + 2, edits, IsSwapped: false));
            return;
        }
        // Characters left out of the word, then one that agrees.
        for (var left = 0; left <= _maxEdits - edits; left++)
        {
            if (Occurs(offset + left))
                reached.Add(new EditPosition(offset + left + 1, edits + left, IsSwapped: false));
        }
        if (edits == _maxEdits)
            return;
        reached.Add(new EditPosition(offset, edits + 1, IsSwapped: false));     // one put in
        reached.Add(new EditPosition(offset + 1, edits + 1, IsSwapped: false)); // one exchanged
        if (_transpositions && Occurs(offset + 1))
            reached.Add(new EditPosition(offset, edits + 1, IsSwapped: true));

        bool Occurs(int place) => (occurrences >> place & 1) != 0;
    }

    private int NumberOf(EditPosition[] state, Dictionary<string, int> known)
    {
        string key = string.Join(' ', state);
        if (known.TryGetValue(key, out int number))
            return number;
        number = _states.Count;
        known.Add(key, number);
        _states.Add(state);
        return number;
    }
}
