using Search.Engine.Search.Queries;

namespace Search.Engine.Suggest;

/// <summary>What a <see cref="SpellChecker"/> takes for a correction; the defaults are Lucene's.</summary>
/// <remarks>Search semantics notes, section 7.1. A frequency of 1 or more is a number of documents, below 1 a part of all.</remarks>
public sealed record SpellCheckerOptions
{
    /// <summary>Most edits: 1 or 2. Corrections of two are looked for only when those of one are too few.</summary>
    public int MaxEdits
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, FuzzyQuery.MaxSupportedEdits);
            field = value;
        }
    } = FuzzyQuery.MaxSupportedEdits;

    /// <summary>Code points at the start that must agree; not negative.</summary>
    public int MinPrefix
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 1;

    /// <summary>How many candidates are compared for each correction asked for, at least 1.</summary>
    public int MaxInspections
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 5;

    /// <summary>How similar a correction must be, from 0 to 1.</summary>
    public float Accuracy { get; init; } = 0.5f;

    /// <summary>In how many documents a correction must be at least; 0: no matter.</summary>
    public float ThresholdFrequency
    {
        get;
        init => field = Frequency(value);
    }

    /// <summary>A word that is in more documents needs no correction.</summary>
    public float MaxQueryFrequency
    {
        get;
        init => field = Frequency(value);
    } = 0.01f;

    /// <summary>Shorter words, in code points, are not corrected.</summary>
    public int MinQueryLength { get; init; } = 4;

    /// <summary>Longer words, in code points, are not corrected.</summary>
    public int MaxQueryLength { get; init; } = FuzzyQuery.MaxLength;

    /// <summary>Whether the word is put into lower case first.</summary>
    public bool LowerCasesTerms { get; init; } = true;

    private static float Frequency(float value)
    {
        if (!(value >= 0) || (value >= 1 && value != MathF.Floor(value)))
            throw new ArgumentOutOfRangeException(nameof(value), value, "a frequency is a whole number of documents, or a part of all from 0 to 1");
        return value;
    }
}
