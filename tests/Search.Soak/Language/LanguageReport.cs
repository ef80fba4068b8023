namespace Search.Soak.Language;

/// <summary>What a run of <see cref="LanguageRun"/> saw.</summary>
/// <param name="Queries">Queries that were asked.</param>
/// <param name="Cases">Pairs of a query and a paragraph that were compared.</param>
/// <param name="Hits">Those in which the paragraph was a hit.</param>
/// <param name="Marks">Marks in the hits.</param>
public sealed record LanguageReport(long Queries, long Cases, long Hits, long Marks)
{
    public override string ToString() => $"{Queries} queries, {Cases} pairs of query and paragraph: {Hits} hits with {Marks} marks, no difference";
}
