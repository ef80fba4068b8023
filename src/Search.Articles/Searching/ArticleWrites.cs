namespace Search.Articles.Searching;

/// <summary>An article that somebody hands over, instead of a file in a folder.</summary>
/// <remarks>Cleaned, split and tagged as an article of a folder is. It stays when a folder is synchronised, until it is deleted.</remarks>
/// <param name="Id">Its id: 1 to <see cref="MaxIdLength"/> letters, digits, ".", "_", "-" and "~" of ASCII, not beginning with ".".</param>
/// <param name="Headline">The headline; null to find it in the text.</param>
/// <param name="Text">The text; ignored when there is <paramref name="Html"/>.</param>
/// <param name="Html">The page; null when it is plain text.</param>
/// <param name="Outlet">Who published it; null when unknown.</param>
/// <param name="Authors">Its authors, as they are to be shown.</param>
/// <param name="Published">When it was published; null when unknown.</param>
/// <param name="Url">Address of the original, http or https; null when there is none.</param>
/// <param name="Language">Two letters, or a longer language tag; null when unknown.</param>
public sealed record ArticleSubmission(
    string Id,
    string? Headline,
    string Text,
    string? Html,
    string? Outlet,
    IReadOnlyList<string> Authors,
    DateTimeOffset? Published,
    string? Url,
    string? Language)
{
    /// <summary>Most characters of an id.</summary>
    public const int MaxIdLength = 200;

    /// <summary>Most UTF-16 code units of a text or a page.</summary>
    public const int MaxTextLength = 8 << 20;
}

/// <summary>What handing over articles came to. All of it is committed: it survives a crash and is visible to every search from now on.</summary>
/// <param name="Added">Articles that were new.</param>
/// <param name="Replaced">Articles that there were before, with other content.</param>
/// <param name="Unchanged">Articles that were there with the same content.</param>
/// <param name="Rejected">Articles that were not taken; the others were.</param>
/// <param name="Generation">The commit that has them.</param>
public sealed record WriteReport(int Added, int Replaced, int Unchanged, IReadOnlyList<RejectedArticle> Rejected, long Generation)
{
    /// <summary>What became of each article that was taken, by its place among those handed over, from 1. Of two with one id only the later has a place.</summary>
    public IReadOnlyDictionary<int, WriteOutcome> Outcomes { get; init; } = new Dictionary<int, WriteOutcome>();
}

/// <summary>What became of an article that was handed over and taken.</summary>
public enum WriteOutcome
{
    /// <summary>It was new.</summary>
    Added,

    /// <summary>It was there with other content.</summary>
    Replaced,

    /// <summary>It was there with the same content.</summary>
    Unchanged,
}

/// <summary>An article that was not taken.</summary>
/// <param name="Number">Its place among those handed over, from 1.</param>
/// <param name="Id">The id it came with.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record RejectedArticle(int Number, string Id, string Reason);

/// <summary>How folders are read.</summary>
public sealed record SynchronizeOptions
{
    /// <summary>Everything as usual.</summary>
    public static SynchronizeOptions Default { get; } = new();

    /// <summary>Only tell what would be done (<see cref="IndexReport.Changes"/>): nothing is written, and the index may be in use.</summary>
    public bool DryRun { get; init; }

    /// <summary>
    /// Which fields of JSON and columns of tables mean what: "headline=title,text=content". Empty for the common names; null for what the
    /// index was made with, which is recorded in it.
    /// </summary>
    /// <remarks>Not well formed: the synchronisation ends with a <see cref="FormatException"/> before anything is read.</remarks>
    public string? Fields { get; init; }

    /// <summary>
    /// Kinds of page furniture that are to stay text, as reports name them, separated by ";". Empty for none; null for what the index was made
    /// with, which is recorded in it.
    /// </summary>
    /// <remarks>An unknown kind: the synchronisation ends with a <see cref="FormatException"/> before anything is read.</remarks>
    public string? KeptFurniture { get; init; }
}

/// <summary>What a synchronisation does to one article.</summary>
/// <param name="Kind">What.</param>
/// <param name="Id">The article.</param>
/// <param name="Path">Where it is or was read from.</param>
public sealed record ArticleChange(ArticleChangeKind Kind, string Id, string Path);

/// <summary>What happens to an article.</summary>
public enum ArticleChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>Its content is another.</summary>
    Updated,

    /// <summary>It is gone.</summary>
    Removed,
}
