using Search.Engine.Index;

namespace Search.Engine.Search.Queries;

/// <summary>
/// Documents with a term that fits a pattern: <c>?</c> any one character, <c>*</c> any number of them, a backslash before a
/// character that stands for itself; constant score.
/// </summary>
public sealed class WildcardQuery : MultiTermQuery
{
    /// <summary>Terms that fit <paramref name="pattern"/> as a whole.</summary>
    public WildcardQuery(Term pattern)
        : base(pattern?.Field ?? throw new ArgumentNullException(nameof(pattern))) => Pattern = pattern;

    /// <summary>The field and the pattern.</summary>
    public Term Pattern { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => QueryText.FieldPrefix(Field, defaultField) + Pattern.Text;

    private protected override bool EqualsSameKind(Query other) => Pattern == ((WildcardQuery)other).Pattern;

    private protected override int HashOfContent() => Pattern.GetHashCode();
}
