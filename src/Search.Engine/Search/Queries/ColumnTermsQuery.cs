using System.Text;
using Search.Engine.Index;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with any of some strings in a column; constant score.</summary>
/// <remarks>See <see cref="TextColumnQuery"/>.</remarks>
public sealed class ColumnTermsQuery : TextColumnQuery
{
    private readonly string[] _texts;

    /// <summary>Any of <paramref name="texts"/>; repeats do not count.</summary>
    public ColumnTermsQuery(string column, params IReadOnlyList<string> texts)
        : base(column)
    {
        ArgumentNullException.ThrowIfNull(texts);
        _texts = [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The distinct strings, in the order of their UTF-16 units.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <inheritdoc/>
    public override string ToString(string defaultField) => string.Join(' ', _texts.Select(text => $"{Column}:{text}"));

    internal override Predicate<int>? OrdinalsThatFit(IOrdinalDictionary dictionary)
    {
        var ordinals = new HashSet<int>();
        foreach (string text in _texts)
        {
            int ordinal = dictionary.Find(Encoding.UTF8.GetBytes(text));
            if (ordinal >= 0)
                ordinals.Add(ordinal);
        }
        return ordinals.Count == 0 ? null : ordinals.Contains;
    }

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (ColumnTermsQuery)other;
        return Column == that.Column && _texts.AsSpan().SequenceEqual(that._texts);
    }

    private protected override int HashOfContent()
    {
        HashCode hash = default;
        hash.Add(Column, StringComparer.Ordinal);
        foreach (string text in _texts)
            hash.Add(text, StringComparer.Ordinal);
        return hash.ToHashCode();
    }
}
