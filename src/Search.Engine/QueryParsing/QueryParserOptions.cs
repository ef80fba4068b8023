using Search.Engine.Analysis;
using Search.Engine.Search.Queries;

namespace Search.Engine.QueryParsing;

/// <summary>What a query parser can be told; the defaults are Lucene's.</summary>
public sealed record QueryParserOptions
{
    /// <summary>The most edits of a fuzzy term.</summary>
    public const int MaxFuzzyEdits = 2;

    /// <summary>Analyses text in quotes; null: the parser's analyzer. For indexes that hold words in more than one form.</summary>
    public Analyzer? QuotedAnalyzer { get; init; }

    /// <summary>How clauses without an operator combine.</summary>
    public QueryOperator DefaultOperator { get; init; } = QueryOperator.Or;

    /// <summary>Whether each word of a run is analysed alone, instead of the run as one text.</summary>
    public bool SplitOnWhitespace { get; init; }

    /// <summary>Whether patterns may start with a wildcard; such a query reads all terms of its field.</summary>
    public bool AllowLeadingWildcard { get; init; }

    /// <summary>Whether one word that is analysed to several positions becomes a phrase; needs <see cref="SplitOnWhitespace"/>.</summary>
    public bool AutoGeneratePhraseQueries { get; init; }

    /// <summary>Whether phrases keep the gaps that dropped words leave.</summary>
    public bool EnablePositionIncrements { get; init; } = true;

    /// <summary>Slop of a phrase without one; not negative.</summary>
    public int PhraseSlop
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>Number of edits, or similarity below 1, of a fuzzy term without one; not negative.</summary>
    public float FuzzyMinSimilarity
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = MaxFuzzyEdits;

    /// <summary>Number of code points at the start of a fuzzy term that must agree; not negative.</summary>
    public int FuzzyPrefixLength
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>What the default operator makes of a clause.</summary>
    internal Occur DefaultOccur => DefaultOperator == QueryOperator.And ? Occur.Must : Occur.Should;

    /// <summary>Fails on options that contradict each other.</summary>
    internal void Check(string parameterName)
    {
        if (AutoGeneratePhraseQueries && !SplitOnWhitespace)
        {
            throw new ArgumentException(
                $"{nameof(AutoGeneratePhraseQueries)} needs {nameof(SplitOnWhitespace)}: a run of words would become one phrase", parameterName);
        }
    }
}
