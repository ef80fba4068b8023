using System.Globalization;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with any of some numbers in a column; constant score.</summary>
/// <remarks>See <see cref="NumberColumnQuery"/>.</remarks>
public sealed class ColumnNumbersQuery : NumberColumnQuery
{
    private readonly long[] _numbers;

    /// <summary>Any of <paramref name="numbers"/>; repeats do not count.</summary>
    public ColumnNumbersQuery(string column, params ReadOnlySpan<long> numbers)
        : base(column)
    {
        var sorted = new SortedSet<long>();
        foreach (long number in numbers)
            sorted.Add(number);
        _numbers = [.. sorted];
    }

    /// <summary>The distinct numbers, ascending.</summary>
    public IReadOnlyList<long> Numbers => _numbers;

    /// <inheritdoc/>
    public override string ToString(string defaultField) =>
        $"{Column}: [{string.Join(", ", _numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";

    internal override bool Fits(long value) => _numbers.AsSpan().BinarySearch(value) >= 0;

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (ColumnNumbersQuery)other;
        return Column == that.Column && _numbers.AsSpan().SequenceEqual(that._numbers);
    }

    private protected override int HashOfContent()
    {
        HashCode hash = default;
        hash.Add(Column, StringComparer.Ordinal);
        foreach (long number in _numbers)
            hash.Add(number);
        return hash.ToHashCode();
    }
}
