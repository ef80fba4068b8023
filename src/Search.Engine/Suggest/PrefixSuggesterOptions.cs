using Search.Engine.Search.Queries;

namespace Search.Engine.Suggest;

/// <summary>How a <see cref="PrefixSuggester"/> completes.</summary>
public sealed record PrefixSuggesterOptions
{
    /// <summary>What terms are ranked by.</summary>
    public CompletionWeight Weight { get; init; } = CompletionWeight.DocFreq;

    /// <summary>Most edits in what was typed, from 0 to 2; 0: completions start with it.</summary>
    public int MaxEdits
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, FuzzyQuery.MaxSupportedEdits);
            field = value;
        }
    }

    /// <summary>Code points at the start that are never edited; not negative.</summary>
    public int ExactPrefix
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 1;

    /// <summary>What is shorter, in code points, is completed without edits.</summary>
    public int MinLengthForEdits { get; init; } = 3;

    /// <summary>Most terms that are looked at, over all segments; above 0. It bounds the time that a short beginning takes.</summary>
    public int MaxVisits
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 200_000;

    /// <summary>Whether terms that only deleted documents have are left out, which reads postings; without it such terms can come up until their segments are merged.</summary>
    public bool LiveTermsOnly { get; init; }
}
