using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with a term that starts with a prefix; constant score.</summary>
public sealed class PrefixQuery : MultiTermQuery
{
    /// <summary>Terms that start with the bytes of <paramref name="prefix"/>; an empty one fits all.</summary>
    public PrefixQuery(Term prefix)
        : base(prefix?.Field ?? throw new ArgumentNullException(nameof(prefix))) => Prefix = prefix;

    /// <summary>The field and the prefix.</summary>
    public Term Prefix { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"{QueryText.FieldPrefix(Field, defaultField)}{Prefix.Text}*";

    internal override MatchingTerms OpenTerms(Terms terms) => new PrefixTerms(terms.Enumerate(), Prefix.Bytes.ToArray());

    private protected override bool EqualsSameKind(Query other) => Prefix == ((PrefixQuery)other).Prefix;

    private protected override int HashOfContent() => Prefix.GetHashCode();
}
