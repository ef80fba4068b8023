using System.Text;
using Search.Engine.Index;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with a string of a column between two bounds in the order of unsigned bytes; constant score.</summary>
/// <remarks>See <see cref="TextColumnQuery"/>.</remarks>
public sealed class ColumnTextRangeQuery : TextColumnQuery
{
    private readonly byte[]? _low;
    private readonly byte[]? _high;

    /// <summary>Strings from <paramref name="low"/> to <paramref name="high"/>; a bound that is null is open.</summary>
    public ColumnTextRangeQuery(string column, string? low, string? high, bool includeLow, bool includeHigh)
        : base(column)
    {
        _low = low is null ? null : Encoding.UTF8.GetBytes(low);
        _high = high is null ? null : Encoding.UTF8.GetBytes(high);
        Low = low;
        High = high;
        IncludeLow = includeLow && low is not null;
        IncludeHigh = includeHigh && high is not null;
    }

    /// <summary>Lower bound, null when open.</summary>
    public string? Low { get; }

    /// <summary>Upper bound, null when open.</summary>
    public string? High { get; }

    /// <summary>Whether <see cref="Low"/> itself fits.</summary>
    public bool IncludeLow { get; }

    /// <summary>Whether <see cref="High"/> itself fits.</summary>
    public bool IncludeHigh { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) =>
        $"{QueryText.FieldPrefix(Column, defaultField)}{(IncludeLow ? '[' : '{')}{Printed(_low)} TO {Printed(_high)}{(IncludeHigh ? ']' : '}')}";

    // As Lucene prints bytes.
    private static string Printed(byte[]? bound) =>
        bound is null ? "*" : $"[{string.Join(' ', bound.Select(value => value.ToString("x", System.Globalization.CultureInfo.InvariantCulture)))}]";

    internal override Predicate<int>? OrdinalsThatFit(IOrdinalDictionary dictionary)
    {
        int first = _low is null ? 0 : FirstAbove(dictionary, _low, orAt: IncludeLow);
        int end = _high is null ? dictionary.ValueCount : FirstAbove(dictionary, _high, orAt: !IncludeHigh);
        return first < end ? ordinal => ordinal >= first && ordinal < end : null;
    }

    private static int FirstAbove(IOrdinalDictionary dictionary, byte[] bound, bool orAt)
    {
        int ordinal = dictionary.Find(bound);
        if (ordinal < 0)
            return -1 - ordinal;
        return orAt ? ordinal : ordinal + 1;
    }

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (ColumnTextRangeQuery)other;
        return (Column, Low, High, IncludeLow, IncludeHigh) == (that.Column, that.Low, that.High, that.IncludeLow, that.IncludeHigh);
    }

    private protected override int HashOfContent() => HashCode.Combine(Column, Low, High, IncludeLow, IncludeHigh);
}
