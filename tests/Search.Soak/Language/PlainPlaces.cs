namespace Search.Soak.Language;

/// <summary>Finds all ways in which a text has what is asked for, by trying every one.</summary>
internal static class PlainPlaces
{
    /// <summary>All ways of a query that has places; several may stand at the same place.</summary>
    public static IReadOnlyList<PlainPlace> Of(ModelQuery query, IReadOnlyList<ModelToken> tokens) => query switch
    {
        ModelQuery.OneWord word => [.. Enumerable.Range(0, tokens.Count).Where(at => PlainWords.Fits(word, tokens[at])).Select(at => new PlainPlace(at, at, [(at, at)]))],
        ModelQuery.Phrase phrase => [.. Enumerable.Range(0, tokens.Count)
            .SelectMany(start => Ends(phrase.Items, 0, start, tokens).Distinct().Select(end => new PlainPlace(start, end, [(start, end)])))],
        ModelQuery.Any any => [.. any.Parts.SelectMany(part => Of(part, tokens))],
        ModelQuery.Near near => [.. Pairs(near, tokens)],
        ModelQuery.Movable movable => [.. Moved(movable, tokens)],
        _ => throw new ArgumentException($"{query} has no places", nameof(query)),
    };

    // Where a phrase from an item on may end that starts at a position.
    private static IEnumerable<int> Ends(IReadOnlyList<ModelQuery> items, int item, int start, IReadOnlyList<ModelToken> tokens)
    {
        if (start >= tokens.Count)
            yield break;
        foreach (int end in EndsOfItem(items[item], start, tokens))
        {
            if (item == items.Count - 1)
            {
                yield return end;
                continue;
            }
            foreach (int last in Ends(items, item + 1, end + 1, tokens))
                yield return last;
        }
    }

    private static IEnumerable<int> EndsOfItem(ModelQuery item, int start, IReadOnlyList<ModelToken> tokens) => item switch
    {
        ModelQuery.OneWord word => PlainWords.Fits(word, tokens[start]) ? [start] : [],
        ModelQuery.Phrase phrase => Ends(phrase.Items, 0, start, tokens),
        ModelQuery.Any any => any.Parts.SelectMany(part => EndsOfItem(part, start, tokens)),
        _ => throw new ArgumentException($"{item} cannot stand in a phrase", nameof(item)),
    };

    private static IEnumerable<PlainPlace> Pairs(ModelQuery.Near near, IReadOnlyList<ModelToken> tokens)
    {
        IReadOnlyList<PlainPlace> rights = Of(near.Right, tokens);
        foreach (PlainPlace left in Of(near.Left, tokens))
        {
            foreach (PlainPlace right in rights)
            {
                bool isAfter = right.Start > left.End && right.Start - left.End <= near.Distance;
                bool isBefore = !near.IsOrdered && left.Start > right.End && left.Start - right.End <= near.Distance;
                if (isAfter || isBefore)
                    yield return new PlainPlace(Math.Min(left.Start, right.Start), Math.Max(left.End, right.End), [.. left.Marks, .. right.Marks]);
            }
        }
    }

    // Every choice of a position of its own for every word; the moves may differ by at most the slop.
    private static IEnumerable<PlainPlace> Moved(ModelQuery.Movable movable, IReadOnlyList<ModelToken> tokens)
    {
        List<List<int>> choices = [[]];
        for (var item = 0; item < movable.Items.Count; item++)
        {
            int[] positions = [.. Enumerable.Range(0, tokens.Count).Where(at => EndsOfItem(movable.Items[item], at, tokens).Any())];
            choices = [.. choices.SelectMany(before => positions.Where(at => !before.Contains(at)), (before, at) => (List<int>)[.. before, at])
                .Where(choice => Spread(choice) <= movable.Slop)];
        }
        return choices.Select(choice => new PlainPlace(choice.Min(), choice.Max(), [.. choice.Select(at => (at, at))]));
    }

    private static int Spread(List<int> positions) =>
        positions.Select((at, item) => at - item).Max() - positions.Select((at, item) => at - item).Min();
}
