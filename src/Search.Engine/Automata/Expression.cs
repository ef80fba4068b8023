namespace Search.Engine.Automata;

/// <summary>A parsed regular expression.</summary>
/// <remarks>Immutable. Which members count depends on <see cref="Kind"/>.</remarks>
internal sealed class Expression
{
    private Expression(ExpressionKind kind) => Kind = kind;

    public static Expression Nothing { get; } = new(ExpressionKind.Nothing);

    public static Expression EmptyString { get; } = new(ExpressionKind.EmptyString);

    public static Expression AnyString { get; } = new(ExpressionKind.AnyString);

    public static Expression AnyCharacter { get; } = Characters([(0, Automaton.MaxCodePoint)]);

    public ExpressionKind Kind { get; }

    public IReadOnlyList<Expression> Parts { get; private init; } = [];

    /// <summary>Ranges of characters, ascending and apart.</summary>
    public IReadOnlyList<(int Min, int Max)> Ranges { get; private init; } = [];

    /// <summary>Code points of a text.</summary>
    public IReadOnlyList<int> Labels { get; private init; } = [];

    /// <summary>Smallest number of repetitions, or smallest number of an interval.</summary>
    public int Min { get; private init; }

    /// <summary>Largest number of repetitions, null without end; or largest number of an interval.</summary>
    public int? Max { get; private init; }

    /// <summary>How many digits the numbers of an interval have; 0: any, with zeros in front.</summary>
    public int Digits { get; private init; }

    public static Expression Text(IReadOnlyList<int> labels) => new(ExpressionKind.Text) { Labels = labels };

    /// <summary>One character of ranges in any order.</summary>
    public static Expression Characters(IEnumerable<(int Min, int Max)> ranges)
    {
        var apart = new List<(int Min, int Max)>();
        foreach ((int min, int max) in ranges.Order())
        {
            if (apart.Count > 0 && min <= apart[^1].Max + 1)
                apart[^1] = (apart[^1].Min, Math.Max(max, apart[^1].Max));
            else
                apart.Add((min, max));
        }
        return new Expression(ExpressionKind.Characters) { Ranges = apart };
    }

    /// <summary>One character that is in none of the ranges.</summary>
    public static Expression OtherCharacters(Expression characters)
    {
        var others = new List<(int, int)>();
        var next = 0;
        foreach ((int min, int max) in characters.Ranges)
        {
            if (min > next)
                others.Add((next, min - 1));
            next = max + 1;
        }
        if (next <= Automaton.MaxCodePoint)
            others.Add((next, Automaton.MaxCodePoint));
        return Characters(others);
    }

    public static Expression Interval(int min, int max, int digits) => new(ExpressionKind.Interval) { Min = min, Max = max, Digits = digits };

    /// <summary>Parts put together; one part stands for itself.</summary>
    public static Expression Of(ExpressionKind kind, IReadOnlyList<Expression> parts) => parts.Count == 1 ? parts[0] : new Expression(kind) { Parts = parts };

    public static Expression Complement(Expression part) => new(ExpressionKind.Complement) { Parts = [part] };

    /// <summary>Repetitions; nothing when <paramref name="max"/> is below <paramref name="min"/>.</summary>
    public static Expression Repetition(Expression part, int min, int? max) =>
        max < min ? Nothing : new Expression(ExpressionKind.Repetition) { Parts = [part], Min = min, Max = max };
}
