using System.Text;

namespace Search.Engine.Index;

/// <summary>A word of a field: the unit that is looked up.</summary>
/// <remarks>Immutable. Terms order by field (ordinal), then by unsigned bytes.</remarks>
public sealed class Term : IEquatable<Term>, IComparable<Term>
{
    /// <summary>Longest term in bytes that an index takes.</summary>
    public const int MaxBytes = 32766;

    private readonly byte[] _bytes;

    /// <summary>The UTF-8 form of <paramref name="text"/>.</summary>
    public Term(string field, string text)
        : this(field, Encoding.UTF8.GetBytes(text))
    {
    }

    /// <summary>Raw bytes, copied.</summary>
    public Term(string field, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
        _bytes = bytes.ToArray();
    }

    /// <summary>The field's name.</summary>
    public string Field { get; }

    /// <summary>The term itself: UTF-8 for text.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The term as text; bytes that are not UTF-8 show as U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(_bytes);

    /// <inheritdoc/>
    public bool Equals(Term? other) => other is not null && Field == other.Field && Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Term);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Field, StringComparer.Ordinal);
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public int CompareTo(Term? other)
    {
        if (other is null)
            return 1;
        int byField = string.CompareOrdinal(Field, other.Field);
        return byField != 0 ? byField : Bytes.SequenceCompareTo(other.Bytes);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}:{Text}";

    /// <summary>Same field and bytes.</summary>
    public static bool operator ==(Term? left, Term? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Another field or other bytes.</summary>
    public static bool operator !=(Term? left, Term? right) => !(left == right);

    /// <summary>Earlier in order.</summary>
    public static bool operator <(Term? left, Term? right) => left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Earlier or equal.</summary>
    public static bool operator <=(Term? left, Term? right) => left is null || left.CompareTo(right) <= 0;

    /// <summary>Later in order.</summary>
    public static bool operator >(Term? left, Term? right) => !(left <= right);

    /// <summary>Later or equal.</summary>
    public static bool operator >=(Term? left, Term? right) => !(left < right);
}
