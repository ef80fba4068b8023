namespace Search.Engine.Suggest;

/// <summary>The best completions of what was typed.</summary>
/// <param name="Items">Best first: the fewest edits, then the largest weight, then in byte order.</param>
/// <param name="IsPartial">Whether there are more terms than were looked at (<see cref="PrefixSuggesterOptions.MaxVisits"/>): better ones may be among them.</param>
public sealed record Completions(IReadOnlyList<Completion> Items, bool IsPartial);
