namespace Search.Engine.Automata;

/// <summary>The strings within an edit distance of a word, and the distance of each.</summary>
/// <remarks>
/// Search semantics notes, section 2.8: distances count code points; a swap of two neighbours, neither touched again, is one
/// edit if asked for (optimal string alignment). Immutable; shareable.
/// </remarks>
internal sealed class LevenshteinAutomaton
{
    // Where the states of edits are laid over the word.
    private readonly EditStates _edits;
    private readonly int[] _word;
    private readonly int _start;
    private readonly int[] _numbers;
    private readonly Queue<(int Place, int State)> _pending = [];
    private readonly AutomatonBuilder _result = new();
    private readonly List<sbyte> _distances = [];

    private LevenshteinAutomaton(int[] word, EditStates edits, int start)
    {
        _word = word;
        _edits = edits;
        _start = start;
        _numbers = new int[(word.Length - start + 1) * edits.Count];
        Array.Fill(_numbers, Automaton.Dead);
    }

    /// <summary>The automaton over code points and, by state, the distance of a string that ends there; -1 where none may.</summary>
    /// <param name="maxEdits">0 to <see cref="EditStates.MaxEdits"/>.</param>
    /// <param name="prefixLength">Code points at the start that must agree; what is longer than the word stands for all of it.</param>
    public static (Automaton Automaton, sbyte[] Distances) Build(string word, int maxEdits, bool transpositions = true, int prefixLength = 0)
    {
        int[] labels = [.. word.EnumerateRunes().Select(rune => rune.Value)];
        return maxEdits == 0
            ? Exact(labels)
            : new LevenshteinAutomaton(labels, EditStates.Of(maxEdits, transpositions), Math.Min(prefixLength, labels.Length)).Build();
    }

    private static (Automaton Automaton, sbyte[] Distances) Exact(int[] labels)
    {
        var result = new AutomatonBuilder();
        int state = result.AddState(labels.Length == 0);
        for (var i = 0; i < labels.Length; i++)
        {
            int next = result.AddState(i == labels.Length - 1);
            result.AddTransition(state, labels[i], labels[i], next);
            state = next;
        }
        var distances = new sbyte[result.StateCount];
        Array.Fill(distances, (sbyte)-1);
        distances[^1] = 0;
        return (result.Build(), distances);
    }

    private (Automaton Automaton, sbyte[] Distances) Build()
    {
        for (var i = 0; i < _start; i++)
        {
            _result.AddState();
            _distances.Add(-1);
            _result.AddTransition(i, _word[i], _word[i], i + 1);
        }
        StateAt(_start, 0);
        Span<int> labels = stackalloc int[_edits.Window];
        while (_pending.TryDequeue(out (int Place, int State) at))
            AddTransitions(at.Place, at.State, labels);
        return (_result.Build(), [.. _distances]);
    }

    // The characters in the window lead each to its own state, all others to a common one.
    private void AddTransitions(int place, int state, Span<int> memory)
    {
        int source = StateAt(place, state);
        Span<int> labels = memory[..DistinctLabels(place, memory)];
        int others = TargetOf(place, _edits.Step(state, 0));
        var next = 0;
        foreach (int label in labels)
        {
            if (others != Automaton.Dead && label > next)
                _result.AddTransition(source, next, label - 1, others);
            int target = TargetOf(place, _edits.Step(state, OccurrencesOf(label, place)));
            if (target != Automaton.Dead)
                _result.AddTransition(source, label, label, target);
            next = label + 1;
        }
        if (others != Automaton.Dead && next <= Automaton.MaxCodePoint)
            _result.AddTransition(source, next, Automaton.MaxCodePoint, others);
    }

    // The characters of the window, ascending.
    private int DistinctLabels(int place, Span<int> labels)
    {
        var count = 0;
        for (int i = place; i < Math.Min(place + _edits.Window, _word.Length); i++)
        {
            int at = count;
            while (at > 0 && labels[at - 1] > _word[i])
                at--;
            if (at > 0 && labels[at - 1] == _word[i])
                continue;
            labels[at..count].CopyTo(labels[(at + 1)..]);
            labels[at] = _word[i];
            count++;
        }
        return count;
    }

    private int OccurrencesOf(int label, int place)
    {
        var occurrences = 0;
        for (var i = 0; i < _edits.Window && place + i < _word.Length; i++)
        {
            if (_word[place + i] == label)
                occurrences |= 1 << i;
        }
        return occurrences;
    }

    private int TargetOf(int place, (int Target, int Shift) step) =>
        step.Target < 0 || place + step.Shift > _word.Length ? Automaton.Dead : StateAt(place + step.Shift, step.Target);

    private int StateAt(int place, int state)
    {
        ref int number = ref _numbers[(place - _start) * _edits.Count + state];
        if (number != Automaton.Dead)
            return number;
        int distance = _edits.Distance(state, _word.Length - place);
        number = _result.AddState(distance >= 0);
        _distances.Add((sbyte)distance);
        _pending.Enqueue((place, state));
        return number;
    }
}
