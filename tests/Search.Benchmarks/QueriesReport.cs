namespace Search.Benchmarks;

/// <summary>All rounds of <c>queries</c>.</summary>
/// <param name="Rows">By category.</param>
/// <param name="GeometricMean">Of the rows' ratios.</param>
/// <param name="Skipped">Categories that our parser does not speak yet.</param>
internal sealed record QueriesReport(
    int Paragraphs, IReadOnlyList<QueriesRow> Rows, double GeometricMean, IReadOnlyList<string> Skipped, IReadOnlyList<BenchReport> Java, IReadOnlyList<BenchReport> Ours);

/// <summary>A category: medians over the rounds, in microseconds of processor time.</summary>
/// <param name="Ratio">Median over the rounds of Java's typical time through ours: above 1 we are faster.</param>
internal sealed record QueriesRow(string Category, double Hits, double JavaP50, double JavaP99, double OursP50, double OursP99, double Ratio);
