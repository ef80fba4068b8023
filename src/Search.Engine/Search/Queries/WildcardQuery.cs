using Search.Engine.Automata;
using Search.Engine.Index;

namespace Search.Engine.Search.Queries;

/// <summary>
/// Documents with a term that fits a pattern: <c>?</c> any one character, <c>*</c> any number of them, a backslash before a
/// character that stands for itself; constant score.
/// </summary>
public sealed class WildcardQuery : MultiTermQuery
{
    private readonly CompiledAutomaton _set;

    /// <summary>Terms that fit <paramref name="pattern"/> as a whole.</summary>
    /// <exception cref="TooComplexQueryException">A star with so many question marks behind it that the automaton gets too large.</exception>
    public WildcardQuery(Term pattern)
        : base(pattern?.Field ?? throw new ArgumentNullException(nameof(pattern)))
    {
        Pattern = pattern;
        _set = CompiledAutomaton.Of(WildcardPattern.Compile(pattern.Text));
    }

    /// <summary>The field and the pattern.</summary>
    public Term Pattern { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => QueryText.FieldPrefix(Field, defaultField) + Pattern.Text;

    internal override MatchingTerms OpenTerms(Terms terms) => terms.Intersect(_set);

    internal override void AddCost(QueryCost cost)
    {
        cost.AddClause();
        cost.AddAutomaton(this, _set.Automaton.StateCount);
    }

    private protected override bool EqualsSameRule(MultiTermQuery other) => Pattern == ((WildcardQuery)other).Pattern;

    private protected override int HashOfRule() => Pattern.GetHashCode();
}
