namespace Search.Articles;

/// <summary>What a mention names.</summary>
public enum MentionKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A company, party, agency, outlet or other body.</summary>
    Organization,

    /// <summary>A country, city, region, building or other place.</summary>
    Place,

    /// <summary>A ship, a work, an event, or whatever else has a name.</summary>
    Other,
}

/// <summary>A name in a paragraph.</summary>
/// <param name="Start">First UTF-16 code unit in the paragraph's text.</param>
/// <param name="Length">Number of code units.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Canonical">The one form under which the collection knows it, as it is written most often in full.</param>
public sealed record Mention(int Start, int Length, MentionKind Kind, string Canonical);
