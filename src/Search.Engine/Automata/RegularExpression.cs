namespace Search.Engine.Automata;

/// <summary>Makes automata of regular expressions.</summary>
/// <remarks>
/// One budget of work for the whole expression. Complements and intersections need automata of their own, which are made once
/// for each place of the expression, however often it is repeated.
/// </remarks>
internal sealed class RegularExpression
{
    private readonly int _maxStates;
    private readonly WorkBudget _budget = new();
    private readonly Dictionary<Expression, Automaton> _made = new(ReferenceEqualityComparer.Instance);

    private RegularExpression(int maxStates) => _maxStates = maxStates;

    /// <summary>The strings that fit an expression as a whole.</summary>
    /// <exception cref="RegularExpressionException">The text is no expression.</exception>
    /// <exception cref="TooComplexQueryException">More than <paramref name="maxStates"/> states, or too much work.</exception>
    public static Automaton Compile(string expression, int maxStates = Determinizer.DefaultMaxStates) =>
        new RegularExpression(maxStates).Compile(RegularExpressionParser.Parse(expression));

    private Automaton Compile(Expression expression)
    {
        var parts = new NondeterministicAutomaton(_budget);
        return Determinizer.Run(parts, Add(expression, parts), _maxStates, _budget);
    }

    private Fragment Add(Expression expression, NondeterministicAutomaton parts)
    {
        switch (expression.Kind)
        {
            case ExpressionKind.Nothing:
                return parts.Nothing();
            case ExpressionKind.EmptyString:
                return parts.EmptyString();
            case ExpressionKind.AnyString:
                return parts.AnyString();
            case ExpressionKind.Characters:
                return parts.Label(expression.Ranges);
            case ExpressionKind.Text:
                return parts.Text(expression.Labels);
            case ExpressionKind.Interval:
                return DecimalInterval.Add(expression.Min, expression.Max!.Value, expression.Digits, parts);
            case ExpressionKind.Repetition:
                return parts.Repeat(() => Add(expression.Parts[0], parts), expression.Min, expression.Max);
            case ExpressionKind.Complement or ExpressionKind.Intersection:
                return parts.Of(Made(expression));
            case ExpressionKind.Concatenation:
                return Join(expression, parts, parts.Concatenate);
            default:
                return Join(expression, parts, parts.Union);
        }
    }

    private Fragment Join(Expression expression, NondeterministicAutomaton parts, Func<Fragment, Fragment, Fragment> join)
    {
        Fragment whole = Add(expression.Parts[0], parts);
        foreach (Expression part in expression.Parts.Skip(1))
            whole = join(whole, Add(part, parts));
        return whole;
    }

    private Automaton Made(Expression expression)
    {
        if (!_made.TryGetValue(expression, out Automaton? automaton))
        {
            automaton = expression.Kind == ExpressionKind.Complement
                ? AutomatonOperations.Complement(Compile(expression.Parts[0]))
                : Intersection(expression);
            _made.Add(expression, automaton);
        }
        return automaton;
    }

    private Automaton Intersection(Expression expression)
    {
        Automaton common = Compile(expression.Parts[0]);
        foreach (Expression part in expression.Parts.Skip(1))
            common = AutomatonOperations.Intersect(common, Compile(part), _maxStates, _budget);
        return common;
    }
}
