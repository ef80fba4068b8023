namespace Search.Engine.Search.Queries;

/// <summary>Lists compared without their order, repeats counted.</summary>
internal static class Multiset
{
    /// <summary>Whether both lists hold the same elements equally often.</summary>
    public static bool Equal<T>(IReadOnlyList<T> left, IReadOnlyList<T> right)
        where T : notnull
    {
        if (left.Count != right.Count)
            return false;
        var counts = new Dictionary<T, int>(left.Count);
        foreach (T element in left)
            counts[element] = counts.GetValueOrDefault(element) + 1;
        foreach (T element in right)
        {
            if (!counts.TryGetValue(element, out int count) || count == 0)
                return false;
            counts[element] = count - 1;
        }
        return true;
    }

    /// <summary>Equal for equal multisets.</summary>
    public static int Hash<T>(IReadOnlyList<T> elements)
        where T : notnull
    {
        var sum = 0;
        foreach (T element in elements)
            sum = unchecked(sum + element.GetHashCode());
        return sum;
    }
}
