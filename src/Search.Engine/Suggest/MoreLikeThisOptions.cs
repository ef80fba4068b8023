using Search.Engine.Analysis;
using Search.Engine.Search.Queries;

namespace Search.Engine.Suggest;

/// <summary>Which words of a text <see cref="MoreLikeThis"/> looks for.</summary>
/// <remarks>The defaults are Lucene's. Source: search semantics notes, section 7.3.</remarks>
public sealed record MoreLikeThisOptions
{
    /// <summary>A word must occur so often in the text.</summary>
    public int MinTermFreq { get; init; } = 2;

    /// <summary>A word must be in so many documents.</summary>
    public int MinDocFreq { get; init; } = 5;

    /// <summary>A word must not be in more documents.</summary>
    public int MaxDocFreq { get; init; } = int.MaxValue;

    /// <summary>So many words at most: those that tell most. Between 1 and <see cref="BooleanQuery.MaxClauseCount"/>.</summary>
    public int MaxQueryTerms
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, BooleanQuery.MaxClauseCount);
            field = value;
        }
    } = 25;

    /// <summary>Shorter words (UTF-16 code units) are left out; 0: none.</summary>
    public int MinWordLength { get; init; }

    /// <summary>Longer words (UTF-16 code units) are left out; 0: none.</summary>
    public int MaxWordLength { get; init; }

    /// <summary>Only so many tokens of each value are read.</summary>
    public int MaxTokensParsed { get; init; } = 5000;

    /// <summary>Words, as they come out of the analyzer, that are left out; null: none.</summary>
    public WordSet? StopWords { get; init; }

    /// <summary>Whether words that tell more weigh more.</summary>
    public bool Boost { get; init; }

    /// <summary>The weight of the word that tells least, when words are weighed.</summary>
    public float BoostFactor { get; init; } = 1f;
}
