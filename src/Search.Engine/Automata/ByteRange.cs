namespace Search.Engine.Automata;

/// <summary>Automata over bytes: the strings that start alike, and those between two in the order of unsigned bytes.</summary>
internal static class ByteRange
{
    /// <summary>The strings that start with some bytes.</summary>
    public static Automaton Prefix(ReadOnlySpan<byte> prefix)
    {
        var result = new AutomatonBuilder();
        int state = result.AddState();
        foreach (byte label in prefix)
            state = AddNext(result, state, label);
        result.SetAccept(state);
        result.AddTransition(state, byte.MinValue, byte.MaxValue, state);
        return result.Build();
    }

    /// <summary>The strings between two bounds; null for an open end.</summary>
    public static Automaton Between(byte[]? low, byte[]? high, bool includeLow, bool includeHigh)
    {
        Automaton above = low is null ? Prefix([]) : AtLeast(low, includeLow);
        return high is null ? above : AutomatonOperations.Intersect(above, AtMost(high, includeHigh), int.MaxValue);
    }

    private static Automaton AtLeast(ReadOnlySpan<byte> low, bool include)
    {
        AutomatonBuilder result = Start(out int state, out int inside);
        foreach (byte label in low)
        {
            if (label < byte.MaxValue)
                result.AddTransition(state, label + 1, byte.MaxValue, inside);
            state = AddNext(result, state, label);
        }
        result.SetAccept(state, include);
        result.AddTransition(state, byte.MinValue, byte.MaxValue, inside);
        return result.Build();
    }

    private static Automaton AtMost(ReadOnlySpan<byte> high, bool include)
    {
        AutomatonBuilder result = Start(out int state, out int inside);
        foreach (byte label in high)
        {
            // A beginning of the bound is smaller than the bound.
            result.SetAccept(state);
            if (label > byte.MinValue)
                result.AddTransition(state, byte.MinValue, label - 1, inside);
            state = AddNext(result, state, label);
        }
        result.SetAccept(state, include);
        return result.Build();
    }

    private static AutomatonBuilder Start(out int start, out int inside)
    {
        var result = new AutomatonBuilder();
        start = result.AddState();
        inside = result.AddState(accept: true);
        result.AddTransition(inside, byte.MinValue, byte.MaxValue, inside);
        return result;
    }

    private static int AddNext(AutomatonBuilder result, int state, byte label)
    {
        int next = result.AddState();
        result.AddTransition(state, label, label, next);
        return next;
    }
}
