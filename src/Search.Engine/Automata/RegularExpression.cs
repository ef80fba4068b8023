namespace Search.Engine.Automata;

/// <summary>Makes automata of regular expressions.</summary>
internal static class RegularExpression
{
    /// <summary>The strings that fit an expression as a whole.</summary>
    /// <exception cref="RegularExpressionException">The text is no expression.</exception>
    /// <exception cref="TooComplexQueryException">More than <paramref name="maxStates"/> states.</exception>
    public static Automaton Compile(string expression, int maxStates = Determinizer.DefaultMaxStates) =>
        Compile(RegularExpressionParser.Parse(expression), maxStates);

    private static Automaton Compile(Expression expression, int maxStates)
    {
        var parts = new NondeterministicAutomaton();
        return Determinizer.Run(parts, Add(expression, parts, maxStates), maxStates);
    }

    private static Fragment Add(Expression expression, NondeterministicAutomaton parts, int maxStates)
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
                return parts.Repeat(() => Add(expression.Parts[0], parts, maxStates), expression.Min, expression.Max);
            case ExpressionKind.Complement:
                return parts.Of(AutomatonOperations.Complement(Compile(expression.Parts[0], maxStates)));
            case ExpressionKind.Intersection:
                return parts.Of(Intersection(expression, maxStates));
            case ExpressionKind.Concatenation:
                return Join(expression, parts, maxStates, parts.Concatenate);
            default:
                return Join(expression, parts, maxStates, parts.Union);
        }
    }

    private static Fragment Join(Expression expression, NondeterministicAutomaton parts, int maxStates, Func<Fragment, Fragment, Fragment> join)
    {
        Fragment whole = Add(expression.Parts[0], parts, maxStates);
        foreach (Expression part in expression.Parts.Skip(1))
            whole = join(whole, Add(part, parts, maxStates));
        return whole;
    }

    private static Automaton Intersection(Expression expression, int maxStates)
    {
        Automaton common = Compile(expression.Parts[0], maxStates);
        foreach (Expression part in expression.Parts.Skip(1))
            common = AutomatonOperations.Intersect(common, Compile(part, maxStates), maxStates);
        return common;
    }
}
