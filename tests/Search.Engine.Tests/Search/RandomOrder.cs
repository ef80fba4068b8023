using Search.Engine.Search;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Search;

/// <summary>Random criteria over the columns of <see cref="ColumnCorpus"/>, and what they mean in plain words.</summary>
internal static class RandomOrder
{
    public static SortField Next(Random random)
    {
        SortField sort = random.Next(9) switch
        {
            0 => SortField.Score,
            1 => SortField.Integer("n") with { MissingInteger = random.Next(-40, 40) },
            2 => SortField.Integer("ns") with { MissingInteger = random.Next(2) == 0 ? long.MinValue : long.MaxValue },
            3 => SortField.Single("x") with { MissingNumber = random.Next(3) - 1 },
            4 => SortField.Double("d") with { MissingNumber = random.Next(3) == 0 ? double.NaN : double.NegativeInfinity },
            5 => SortField.Single("xs"),
            6 => SortField.Double("ds"),
            7 => SortField.Text("s") with { MissingTextLast = random.Next(2) == 0 },
            _ => SortField.Text("ss") with { MissingTextLast = random.Next(2) == 0 },
        };
        return sort with { Reverse = random.Next(2) == 0, Selector = (SortSelector)random.Next(4) };
    }

    /// <summary>Orders two documents, by their ids when all else is equal.</summary>
    public static int Compare(IReadOnlyList<SortField> sort, ColumnDoc left, ColumnDoc right, Dictionary<int, float> scores)
    {
        foreach (SortField criterion in sort)
        {
            int order = Compare(criterion, left, right, scores);
            if (order != 0)
                return criterion.Reverse ? -order : order;
        }
        return left.Doc.CompareTo(right.Doc);
    }

    private static int Compare(SortField by, ColumnDoc left, ColumnDoc right, Dictionary<int, float> scores) => by.Kind switch
    {
        SortKind.Score => scores[right.Doc].CompareTo(scores[left.Doc]),
        SortKind.Doc => left.Doc.CompareTo(right.Doc),
        SortKind.Integer => (Selected(by, Integers(by, left)) ?? by.MissingInteger!.Value).CompareTo(Selected(by, Integers(by, right)) ?? by.MissingInteger!.Value),
        SortKind.Text => Texts(by, Selected(Labels(by, left), by), Selected(Labels(by, right), by)),
        _ => Floats(Selected(by, Reals(by, left)) ?? by.MissingNumber, Selected(by, Reals(by, right)) ?? by.MissingNumber),
    };

    private static long[] Integers(SortField by, ColumnDoc doc) => by.Column == "ns" ? doc.Numbers : doc.Number is { } number ? [number] : [];

    private static double[] Reals(SortField by, ColumnDoc doc) => by.Column switch
    {
        "x" => doc.Single is { } single ? [single] : [],
        "d" => doc.Double is { } real ? [real] : [],
        "xs" => [.. doc.Singles.Select(value => (double)value)],
        _ => doc.Doubles,
    };

    private static string[] Labels(SortField by, ColumnDoc doc) => by.Column == "ss" ? doc.Labels : doc.Label is { } label ? [label] : [];

    private static int Texts(SortField by, string? left, string? right)
    {
        if (left is not null && right is not null)
            return string.CompareOrdinal(left, right);
        int missing = by.MissingTextLast ? 1 : -1;
        return left is null ? (right is null ? 0 : missing) : -missing;
    }

    // As Java compares: what is not a number comes last, minus zero before zero.
    private static int Floats(double left, double right)
    {
        if (double.IsNaN(left) || double.IsNaN(right))
            return double.IsNaN(left).CompareTo(double.IsNaN(right));
        return left == right ? double.IsNegative(right).CompareTo(double.IsNegative(left)) : left.CompareTo(right);
    }

    private static T? Selected<T>(SortField by, T[] values)
        where T : struct => values.Length == 0 ? null : values[Index(by, values.Length)];

    private static string? Selected(string[] values, SortField by) => values.Length == 0 ? null : values[Index(by, values.Length)];

    private static int Index(SortField by, int count) => by.Selector switch
    {
        SortSelector.Max => count - 1,
        SortSelector.MiddleMin => (count - 1) / 2,
        SortSelector.MiddleMax => count / 2,
        _ => 0,
    };
}
