namespace Search.Articles.Reading;

/// <summary>What the form of a source says about an article: the fields of a JSON object, the metadata of a page.</summary>
internal sealed record KnownHeader
{
    /// <summary>Nothing is known.</summary>
    public static KnownHeader None { get; } = new();

    public string? Headline { get; init; }

    public string? Outlet { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public DateTimeOffset? Published { get; init; }

    public bool PublishedHasZone { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }
}
