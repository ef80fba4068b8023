using System.Globalization;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with a number of a column in a range, both bounds included; constant score.</summary>
/// <remarks>See <see cref="NumberColumnQuery"/>. For fields with points, <see cref="PointRangeQuery"/> is faster by itself.</remarks>
public sealed class ColumnRangeQuery : NumberColumnQuery
{
    /// <summary>Numbers in <c>[lower, upper]</c>.</summary>
    public ColumnRangeQuery(string column, long lower, long upper)
        : base(column)
    {
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The smallest number that fits.</summary>
    public long Lower { get; }

    /// <summary>The largest number that fits.</summary>
    public long Upper { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) =>
        string.Create(CultureInfo.InvariantCulture, $"{QueryText.FieldPrefix(Column, defaultField)}[{Lower} TO {Upper}]");

    internal override bool Fits(long value) => value >= Lower && value <= Upper;

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (ColumnRangeQuery)other;
        return (Column, Lower, Upper) == (that.Column, that.Lower, that.Upper);
    }

    private protected override int HashOfContent() => HashCode.Combine(Column, Lower, Upper);
}
