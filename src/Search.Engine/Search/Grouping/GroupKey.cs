using System.Text;

namespace Search.Engine.Search.Grouping;

/// <summary>The value that the documents of a group share.</summary>
/// <remarks>Immutable; equal when of the same kind and value.</remarks>
public sealed class GroupKey : IEquatable<GroupKey>
{
    private GroupKey(byte[]? bytes, long? number)
    {
        Bytes = bytes;
        Number = number;
    }

    /// <summary>The group of the documents that have no value.</summary>
    public static GroupKey Missing { get; } = new(null, null);

    /// <summary>The bytes of the string; null for numbers and the group without a value.</summary>
    public byte[]? Bytes { get; }

    /// <summary>The number, floats as the column's raw bits; null for strings and the group without a value.</summary>
    public long? Number { get; }

    /// <summary>Whether this is the group of the documents that have no value.</summary>
    public bool IsMissing => Bytes is null && Number is null;

    /// <summary>The string; null for numbers and the group without a value.</summary>
    public string? Text => Bytes is null ? null : Encoding.UTF8.GetString(Bytes);

    /// <inheritdoc/>
    public bool Equals(GroupKey? other) =>
        other is not null && Number == other.Number && Bytes is null == other.Bytes is null && Bytes.AsSpan().SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GroupKey);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Number);
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Text ?? (Number is { } number ? FormattableString.Invariant($"{number}") : "(none)");

    internal static GroupKey Of(ReadOnlySpan<byte> bytes) => new(bytes.ToArray(), null);

    internal static GroupKey Of(long number) => new(null, number);
}
