using Search.Engine.Automata;
using Search.Engine.Index;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with a term that starts with a prefix; constant score.</summary>
public sealed class PrefixQuery : MultiTermQuery
{
    private readonly CompiledAutomaton _set;

    /// <summary>Terms that start with the bytes of <paramref name="prefix"/>; an empty one fits all.</summary>
    public PrefixQuery(Term prefix)
        : base(prefix?.Field ?? throw new ArgumentNullException(nameof(prefix)))
    {
        Prefix = prefix;
        _set = CompiledAutomaton.OfPrefix(prefix.Bytes);
    }

    /// <summary>The field and the prefix.</summary>
    public Term Prefix { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"{QueryText.FieldPrefix(Field, defaultField)}{Prefix.Text}*";

    internal override MatchingTerms OpenTerms(Terms terms) => terms.Intersect(_set);

    private protected override bool EqualsSameRule(MultiTermQuery other) => Prefix == ((PrefixQuery)other).Prefix;

    private protected override int HashOfRule() => Prefix.GetHashCode();
}
