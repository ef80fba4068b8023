namespace Search.Engine.Search.Facets;

/// <summary>A range of numbers with a name.</summary>
/// <remarks>Immutable.</remarks>
public sealed record NumberRange
{
    private NumberRange(string label, NumberKind kind, long lowest, long highest)
    {
        ArgumentNullException.ThrowIfNull(label);
        Label = label;
        Kind = kind;
        Lowest = lowest;
        Highest = highest;
    }

    /// <summary>Its name.</summary>
    public string Label { get; }

    /// <summary><see cref="NumberKind.Integer"/>, or <see cref="NumberKind.Double"/> for both kinds of floats.</summary>
    internal NumberKind Kind { get; }

    /// <summary>The first number inside, as an integer that orders like it.</summary>
    internal long Lowest { get; }

    /// <summary>The last number inside, as an integer that orders like it; below <see cref="Lowest"/> the range is empty.</summary>
    internal long Highest { get; }

    /// <summary>The integers from <paramref name="lowest"/> to <paramref name="highest"/>, both inside.</summary>
    public static NumberRange OfIntegers(string label, long lowest, long highest) => new(label, NumberKind.Integer, lowest, highest);

    /// <summary>The floats between two bounds.</summary>
    public static NumberRange OfFloats(string label, double lower, double upper, bool includesLower = true, bool includesUpper = false)
    {
        long lowest = NumericBytes.SortableBits(lower);
        long highest = NumericBytes.SortableBits(upper);
        return new NumberRange(label, NumberKind.Double, includesLower ? lowest : lowest + 1, includesUpper ? highest : highest - 1);
    }

    internal bool Contains(long value) => value >= Lowest && value <= Highest;
}
