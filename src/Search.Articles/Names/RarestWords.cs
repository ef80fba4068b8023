namespace Search.Articles.Names;

/// <summary>Keeps tables of counts within bounds.</summary>
internal static class RarestWords
{
    /// <summary>Removes the entries of the smallest counts until so many are left; those of one count go together, unless that is the only count there is.</summary>
    public static void Remove<T>(Dictionary<string, T> table, Func<T, int> countOf, int left)
    {
        int[] counts = [.. table.Values.Select(countOf)];
        Array.Sort(counts);
        int limit = counts[Math.Max(0, counts.Length - left - 1)];
        foreach ((string key, T value) in table)
        {
            if (countOf(value) <= limit)
                table.Remove(key); // allowed while enumerating
            if (table.Count <= left)
                return;
        }
    }
}
