using System.Text;

namespace Search.Engine.Automata;

/// <summary>A set of terms in the form in which a dictionary is searched for them.</summary>
/// <remarks>Immutable; shareable.</remarks>
internal sealed class CompiledAutomaton
{
    private readonly byte[] _start;
    private readonly Lazy<ByteRunAutomaton> _automaton;

    private CompiledAutomaton(AutomatonKind kind, byte[] start, Func<Automaton> bytes)
    {
        Kind = kind;
        _start = start;
        _automaton = new Lazy<ByteRunAutomaton>(() => new ByteRunAutomaton(bytes()));
    }

    /// <summary>What kind of set it is.</summary>
    public AutomatonKind Kind { get; }

    /// <summary>The term itself, or what every term of the set starts with.</summary>
    public ReadOnlySpan<byte> Start => _start;

    /// <summary>The set as an automaton over bytes, whatever its kind.</summary>
    public ByteRunAutomaton Automaton => _automaton.Value;

    /// <summary>The terms whose text an automaton over code points takes; its states keep their numbers.</summary>
    public static CompiledAutomaton Of(Automaton codePoints)
    {
        bool[] universal = UniversalStates.Of(codePoints);
        var start = new StringBuilder();
        var state = 0;
        while (!universal[state] && !codePoints.IsAccept(state) && codePoints.TransitionsFrom(state) is [{ } only] && only.Min == only.Max)
        {
            start.Append(new Rune(only.Min).ToString());
            state = only.Target;
        }
        bool isEnd = codePoints.TransitionsFrom(state).IsEmpty;
        AutomatonKind kind = universal[state] ? (start.Length == 0 ? AutomatonKind.Everything : AutomatonKind.Prefix)
            : !isEnd ? AutomatonKind.Pattern
            : codePoints.IsAccept(state) ? AutomatonKind.Single : AutomatonKind.Nothing;
        return new CompiledAutomaton(kind, Encoding.UTF8.GetBytes(start.ToString()), () => Utf8Automaton.Of(codePoints));
    }

    /// <summary>The terms that start with some bytes.</summary>
    public static CompiledAutomaton OfPrefix(ReadOnlySpan<byte> prefix)
    {
        byte[] start = prefix.ToArray();
        return new CompiledAutomaton(start.Length == 0 ? AutomatonKind.Everything : AutomatonKind.Prefix, start, () => ByteRange.Prefix(start));
    }

    /// <summary>The terms between two in the order of unsigned bytes; null for an open end.</summary>
    public static CompiledAutomaton OfRange(byte[]? low, byte[]? high, bool includeLow, bool includeHigh) =>
        low is null && high is null
            ? OfPrefix([])
            : new CompiledAutomaton(AutomatonKind.Pattern, [], () => ByteRange.Between(low, high, includeLow, includeHigh));

    /// <summary>Whether a term belongs to the set.</summary>
    public bool Matches(ReadOnlySpan<byte> term) => Kind switch
    {
        AutomatonKind.Nothing => false,
        AutomatonKind.Everything => true,
        AutomatonKind.Single => term.SequenceEqual(_start),
        AutomatonKind.Prefix => term.StartsWith(_start),
        _ => Automaton.Matches(term),
    };
}
