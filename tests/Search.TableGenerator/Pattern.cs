namespace Search.TableGenerator;

/// <summary>A regular expression over <see cref="WordBreakClass"/>.</summary>
public abstract record Pattern
{
    /// <summary>One character of one of the classes.</summary>
    public static Pattern Of(params WordBreakClass[] classes) => new CharacterPattern(classes);

    /// <summary>One after the other.</summary>
    public static Pattern Sequence(params Pattern[] parts) => new SequencePattern(parts);

    /// <summary>Either.</summary>
    public static Pattern operator |(Pattern left, Pattern right) => new ChoicePattern(left, right);

    /// <summary>Any number of times.</summary>
    public Pattern Star() => new RepeatPattern(this);

    /// <summary>At least once.</summary>
    public Pattern Plus() => Sequence(this, Star());

    /// <summary>At most once.</summary>
    public Pattern Optional() => this | Sequence();

    /// <summary>Adds states to <paramref name="machine"/> that lead from <paramref name="from"/> over this; the state behind it.</summary>
    internal abstract int Build(StateGraph machine, int from);

    private sealed record CharacterPattern(WordBreakClass[] Classes) : Pattern
    {
        internal override int Build(StateGraph machine, int from)
        {
            int to = machine.AddState();
            foreach (WordBreakClass symbol in Classes)
                machine.AddEdge(from, (int)symbol, to);
            return to;
        }
    }

    private sealed record SequencePattern(Pattern[] Parts) : Pattern
    {
        internal override int Build(StateGraph machine, int from) =>
            Parts.Aggregate(from, (state, part) => part.Build(machine, state));
    }

    private sealed record ChoicePattern(Pattern Left, Pattern Right) : Pattern
    {
        internal override int Build(StateGraph machine, int from)
        {
            int to = machine.AddState();
            machine.AddSilentEdge(Left.Build(machine, from), to);
            machine.AddSilentEdge(Right.Build(machine, from), to);
            return to;
        }
    }

    private sealed record RepeatPattern(Pattern Part) : Pattern
    {
        internal override int Build(StateGraph machine, int from)
        {
            int loop = machine.AddState();
            machine.AddSilentEdge(from, loop);
            machine.AddSilentEdge(Part.Build(machine, loop), loop);
            return loop;
        }
    }
}
