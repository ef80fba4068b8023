using System.Text;

namespace Search.Engine.Search;

/// <summary>What one criterion of an order compared of a hit.</summary>
/// <remarks>
/// Immutable. Comes with the hits of a sorted search; one that is made anew from its value serves in
/// <see cref="SearchOptions.After"/> as well, so that a page can be continued by somebody else.
/// </remarks>
public readonly struct SortKey : IEquatable<SortKey>
{
    internal SortKey(SortKind kind, long bits, byte[]? bytes)
    {
        Kind = kind;
        Bits = bits;
        Bytes = bytes;
    }

    /// <summary>What was compared.</summary>
    public SortKind Kind { get; }

    /// <summary>The bytes of the string; null when it is missing, or for numbers.</summary>
    public byte[]? Bytes { get; }

    /// <summary>
    /// A float for scores and 32-bit floats, an int for document ids, a long, a double, or a string; a missing number is what
    /// the criterion puts in its place, a missing string is null.
    /// </summary>
    public object? Value => Kind switch
    {
        SortKind.Score => NumericBytes.SingleFromSortable((int)~Bits),
        SortKind.Doc => (int)Bits,
        SortKind.Single => NumericBytes.SingleFromSortable((int)Bits),
        SortKind.Double => NumericBytes.DoubleFromSortable(Bits),
        SortKind.Text => Bytes is null ? null : Encoding.UTF8.GetString(Bytes),
        _ => Bits,
    };

    /// <summary>The number as an integer that orders like the criterion; 0 for strings.</summary>
    internal long Bits { get; }

    /// <summary>The key of a score.</summary>
    // Highest first: the complement turns the order round without overflow.
    public static SortKey OfScore(float score) => new(SortKind.Score, ~(long)NumericBytes.SortableBits(score), null);

    /// <summary>The key of an index-wide document id.</summary>
    public static SortKey OfDoc(int doc) => new(SortKind.Doc, doc, null);

    /// <summary>The key of an integer.</summary>
    public static SortKey OfInteger(long value) => new(SortKind.Integer, value, null);

    /// <summary>The key of a 32-bit float.</summary>
    public static SortKey OfSingle(float value) => new(SortKind.Single, NumericBytes.SortableBits(value), null);

    /// <summary>The key of a 64-bit float.</summary>
    public static SortKey OfDouble(double value) => new(SortKind.Double, NumericBytes.SortableBits(value), null);

    /// <summary>The key of a string's bytes, which become the key's own; null: the string is missing.</summary>
    public static SortKey OfText(byte[]? bytes) => new(SortKind.Text, 0, bytes);

    /// <summary>The key of a string in UTF-8.</summary>
    public static SortKey OfText(string text) => OfText(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether two keys are of the same kind and value.</summary>
    public static bool operator ==(SortKey left, SortKey right) => left.Equals(right);

    /// <summary>Whether two keys differ.</summary>
    public static bool operator !=(SortKey left, SortKey right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(SortKey other) =>
        Kind == other.Kind && Bits == other.Bits && Bytes is null == other.Bytes is null && Bytes.AsSpan().SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SortKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Kind);
        hash.Add(Bits);
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Kind} {Value}");
}
