namespace Search.Articles.Reading.Headers;

/// <summary>What is known of an article's header in the end: from its form where the form says it, else from its text.</summary>
internal sealed record RecoveredHeader(
    string? Headline,
    string? Outlet,
    IReadOnlyList<string> Authors,
    DateTimeOffset? Published,
    bool PublishedHasZone);
