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

    /// <summary>This header, and what another one says where this one says nothing.</summary>
    public KnownHeader Over(KnownHeader other) => new()
    {
        Headline = Headline ?? other.Headline,
        Outlet = Outlet ?? other.Outlet,
        Authors = Authors.Count > 0 ? Authors : other.Authors,
        Published = Published ?? other.Published,
        PublishedHasZone = Published is null ? other.PublishedHasZone : PublishedHasZone,
        Url = Url ?? other.Url,
        Language = Language ?? other.Language,
    };
}
