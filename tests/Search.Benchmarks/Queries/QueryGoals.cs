namespace Search.Benchmarks.Queries;

/// <summary>How many times faster than Apache Lucene 8.8 each kind of query is meant to be (docs/performance.md, "Goals").</summary>
internal static class QueryGoals
{
    private const double CountedDisjunction = 13;
    private const double CountedConjunction = 2.7;
    private const double CountedPhrase = 2.5;

    private static readonly Dictionary<string, double> BestHits = new(StringComparer.Ordinal)
    {
        ["term_high"] = 2,
        ["term_med"] = 2,
        ["term_low"] = 1.5,
        ["and_high_high"] = 4,
        ["and_high_med"] = 6,
        ["and_high_low"] = 4,
        ["and3"] = 4,
        ["or_high_high"] = 10,
        ["or_high_med"] = 7,
        ["or_high_low"] = 5,
        ["or3"] = 8,
        ["or5"] = 8,
        ["bool_mix"] = 4,
        ["bool_nested"] = 8,
        ["prefix"] = 2,
        ["wildcard"] = 2,
        ["fuzzy1"] = 2,
        ["fuzzy2"] = 2,
        ["two_fields"] = 5,
        ["name_phrase"] = 2,
        ["filter_year"] = 5,
        ["filter_month"] = 3,
        ["filter_source"] = 4,
        ["range_only"] = 1.5,
        ["phrase2_freq"] = 2.5,
        ["phrase2_rare"] = 3,
        ["phrase3"] = 3,
        ["sloppy"] = 2,
    };

    /// <summary>The goal for a category; null where none is set.</summary>
    public static double? Of(string category, bool counts) => counts ? OfCounting(category) : BestHits.TryGetValue(category, out double goal) ? goal : null;

    private static double? OfCounting(string category) => category switch
    {
        _ when category.StartsWith("or", StringComparison.Ordinal) => CountedDisjunction,
        _ when category.StartsWith("and", StringComparison.Ordinal) => CountedConjunction,
        _ when category.StartsWith("phrase", StringComparison.Ordinal) => CountedPhrase,
        _ => null,
    };
}
