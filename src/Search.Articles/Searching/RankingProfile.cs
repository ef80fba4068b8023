namespace Search.Articles.Searching;

/// <summary>How much each field adds to a paragraph's score, and how much an article's other paragraphs add to its place.</summary>
/// <remarks>
/// Immutable. Weights multiply the field's BM25 score; 0 leaves a field out. Only the body decides what matches. The defaults come from
/// measurement (docs/relevance.md).
/// </remarks>
public sealed record RankingProfile
{
    /// <summary>The weights used where nothing else is asked for.</summary>
    public static RankingProfile Default { get; } = new();

    /// <summary>The paragraph itself.</summary>
    public float Body { get; init; } = 1f;

    /// <summary>The article as a whole, headline and all paragraphs: bare words only.</summary>
    public float Article { get; init; } = 1.2f;

    /// <summary>The article's headline.</summary>
    public float Headline { get; init; } = 0.5f;

    /// <summary>The article's first paragraphs.</summary>
    public float Lead { get; init; } = 0.2f;

    /// <summary>Names in the paragraph, as written and in canonical form.</summary>
    public float Names { get; init; } = 0.8f;

    /// <summary>Places in the paragraph, as written and in canonical form.</summary>
    public float Places { get; init; } = 0.8f;

    /// <summary>Share of the article's other matching paragraphs in its place: bounded, so that one good paragraph beats many poor ones.</summary>
    public float OtherParagraphs { get; init; } = 0.1f;

    /// <summary>
    /// What an article of the newest day adds to the score of its paragraphs; older ones add less, undated ones nothing. 0: dates do
    /// not matter. The newest day is that of the newest article which is not dated in the future.
    /// </summary>
    public float Recency { get; init; }

    /// <summary>After so many days an article adds half as much for being new; above 0.</summary>
    public float RecencyDays { get; init; } = 30f;

    /// <summary>Words of the query that stand near each other in the paragraph.</summary>
    public float Proximity { get; init; } = 0.3f;

    /// <summary>The parts of a score whose weights have names.</summary>
    public static IReadOnlyList<string> WeightNames { get; } = ["body", "article", "headline", "lead", "names", "places", "proximity"];

    /// <summary>The profile with another weight of one part; null when no part has that name.</summary>
    public RankingProfile? With(string name, float weight) => name switch
    {
        "body" => this with { Body = weight },
        "article" => this with { Article = weight },
        "headline" => this with { Headline = weight },
        "lead" => this with { Lead = weight },
        "names" => this with { Names = weight },
        "places" => this with { Places = weight },
        "proximity" => this with { Proximity = weight },
        _ => null,
    };
}
