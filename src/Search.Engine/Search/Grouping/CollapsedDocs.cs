namespace Search.Engine.Search.Grouping;

/// <summary>Hits collapsed into groups.</summary>
/// <param name="TotalHits">How many documents match.</param>
/// <param name="TotalGroups">How many groups they form, the one without a value included.</param>
/// <param name="Groups">The groups of the page, in order.</param>
public sealed record CollapsedDocs(TotalHits TotalHits, TotalHits TotalGroups, IReadOnlyList<GroupHits> Groups)
{
    /// <summary>Why this is only a part of the result; then all numbers are lower bounds.</summary>
    public PartialReason Partial { get; init; }

    /// <summary>Whether a limit ended the search before its end.</summary>
    public bool IsPartial => Partial != PartialReason.None;
}
