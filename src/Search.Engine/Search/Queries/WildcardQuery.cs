using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>
/// Documents with a term that fits a pattern: <c>?</c> any one character, <c>*</c> any number of them, a backslash before a
/// character that stands for itself; constant score.
/// </summary>
public sealed class WildcardQuery : MultiTermQuery
{
    private readonly WildcardPattern _parsed;

    /// <summary>Terms that fit <paramref name="pattern"/> as a whole.</summary>
    public WildcardQuery(Term pattern)
        : base(pattern?.Field ?? throw new ArgumentNullException(nameof(pattern)))
    {
        Pattern = pattern;
        _parsed = new WildcardPattern(pattern.Text);
    }

    /// <summary>The field and the pattern.</summary>
    public Term Pattern { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => QueryText.FieldPrefix(Field, defaultField) + Pattern.Text;

    internal override MatchingTerms OpenTerms(Terms terms) => new WildcardTerms(terms.Enumerate(), _parsed);

    private protected override bool EqualsSameKind(Query other) => Pattern == ((WildcardQuery)other).Pattern;

    private protected override int HashOfContent() => Pattern.GetHashCode();
}
