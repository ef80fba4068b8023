using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Proximity;

/// <summary>Takes alternatives apart where minimal intervals would lose longer ones: docs/interval-semantics.md, "Alternatives".</summary>
internal static class Disjunctions
{
    /// <summary>The alternatives of a source by what they need of room: those of one position stay together.</summary>
    public static IReadOnlyList<IntervalSource> Split(IntervalSource source)
    {
        IReadOnlyList<IntervalSource> alternatives = source.Alternatives;
        List<IntervalSource> single = [.. alternatives.Where(alternative => alternative.MinExtent == 1)];
        return single.Count == 0 ? alternatives : [OrSource.Of(single), .. alternatives.Where(alternative => alternative.MinExtent != 1)];
    }

    /// <summary>One source for each way to choose one of the <see cref="Split"/> alternatives of every part.</summary>
    /// <exception cref="TooManyClausesException">More ways than <see cref="BooleanQuery.MaxClauseCount"/>.</exception>
    public static IReadOnlyList<IntervalSource> Combinations(
        IReadOnlyList<IntervalSource> parts, Func<IReadOnlyList<IntervalSource>, IntervalSource> create)
    {
        List<IntervalSource[]> chosen = [[]];
        foreach (IntervalSource part in parts)
        {
            IReadOnlyList<IntervalSource> alternatives = Split(part);
            if ((long)chosen.Count * alternatives.Count > BooleanQuery.MaxClauseCount)
                throw new TooManyClausesException();
            chosen = [.. chosen.SelectMany(_ => alternatives, (before, alternative) => (IntervalSource[])[.. before, alternative])];
        }
        return [.. chosen.Select(create)];
    }

    /// <summary>One source for each of the alternatives of a source.</summary>
    public static IReadOnlyList<IntervalSource> Each(IntervalSource source, Func<IntervalSource, IntervalSource> create) =>
        [.. source.Alternatives.Select(create)];
}
