using Search.Engine.Automata;
using Search.Engine.Index;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with a term that fits a regular expression as a whole; constant score.</summary>
/// <remarks>
/// Lucene's syntax with all its operators: <c>| &amp; ~ # @ "…" ( ) [ ] [^ ] . ? * + {n,m} &lt;n-m&gt; \x</c>. There are no anchors and no
/// character classes by letters. Search semantics notes, section 2.8.
/// </remarks>
public sealed class RegexpQuery : MultiTermQuery
{
    /// <summary>Most states of an automaton unless told otherwise.</summary>
    public const int DefaultMaxStates = Determinizer.DefaultMaxStates;

    private readonly CompiledAutomaton _set;

    /// <summary>Terms that fit <paramref name="expression"/>.</summary>
    /// <param name="expression">The field and the expression.</param>
    /// <param name="maxStates">Most states of the automaton, and of those of its parts.</param>
    /// <exception cref="RegularExpressionException">The text is no regular expression.</exception>
    /// <exception cref="TooComplexQueryException">It needs more than <paramref name="maxStates"/> states, or too much work to find out.</exception>
    public RegexpQuery(Term expression, int maxStates = DefaultMaxStates)
        : base(expression?.Field ?? throw new ArgumentNullException(nameof(expression)))
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxStates);
        Expression = expression;
        _set = CompiledAutomaton.Of(RegularExpression.Compile(expression.Text, maxStates));
    }

    /// <summary>The field and the expression.</summary>
    public Term Expression { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"{QueryText.FieldPrefix(Field, defaultField)}/{Expression.Text}/";

    internal override MatchingTerms OpenTerms(Terms terms) => terms.Intersect(_set);

    internal override void AddCost(QueryCost cost)
    {
        cost.AddClause();
        cost.AddAutomaton(this, _set.Automaton.StateCount);
    }

    private protected override bool EqualsSameRule(MultiTermQuery other) => Expression == ((RegexpQuery)other).Expression;

    private protected override int HashOfRule() => Expression.GetHashCode();
}
