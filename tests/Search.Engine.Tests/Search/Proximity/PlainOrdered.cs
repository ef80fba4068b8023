namespace Search.Engine.Tests.Search.Proximity;

/// <summary>The walk of docs/interval-semantics.md, "Ordered", line by line.</summary>
internal static class PlainOrdered
{
    public static IReadOnlyList<PlainInterval> Of(IReadOnlyList<PlainInterval>[] parts)
    {
        var found = new List<PlainInterval>();
        int[] at = [0, .. Enumerable.Repeat(-1, parts.Length - 1)];
        while (Next(parts, at) is { } interval)
            found.Add(interval);
        return found;
    }

    private static PlainInterval? Next(IReadOnlyList<PlainInterval>[] parts, int[] at)
    {
        int StartOf(int i) => at[i] < 0 ? -1 : at[i] < parts[i].Count ? parts[i][at[i]].Start : int.MaxValue;
        int EndOf(int i) => at[i] < 0 ? -1 : at[i] < parts[i].Count ? parts[i][at[i]].End : int.MaxValue;
        int limit = int.MaxValue;
        var shortening = false;
        PlainInterval? result = null;
        while (true)
        {
            var i = 1;
            while (true)
            {
                if (EndOf(i - 1) >= limit)
                    return result;
                if (i == parts.Length || (shortening && StartOf(i) > EndOf(i - 1)))
                    break;
                do
                {
                    if (EndOf(i) >= limit)
                        return result;
                    at[i]++;
                    if (at[i] == parts[i].Count)
                        return result;
                }
                while (StartOf(i) <= EndOf(i - 1));
                i++;
            }
            PlainInterval[] chosen = [.. parts.Select((part, n) => part[at[n]])];
            int start = chosen[0].Start;
            int end = chosen[^1].End;
            result = new PlainInterval(start, end, end - start + 1 - chosen.Sum(each => each.Width), chosen.SelectMany(each => each.Words));
            limit = chosen[^1].Start;
            shortening = true;
            at[0]++;
            if (at[0] == parts[0].Count)
                return result;
        }
    }
}
