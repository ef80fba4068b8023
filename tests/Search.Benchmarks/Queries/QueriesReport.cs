namespace Search.Benchmarks.Queries;

/// <summary>All rounds of <c>queries</c> or <c>count</c>.</summary>
/// <param name="Counts">Whether hits were only counted.</param>
/// <param name="Rows">By category.</param>
/// <param name="GeometricMean">Of the rows' ratios.</param>
/// <param name="Skipped">Categories that our parser does not speak.</param>
internal sealed record QueriesReport(
    int Paragraphs, bool Counts, IReadOnlyList<QueriesRow> Rows, double GeometricMean, IReadOnlyList<string> Skipped, IReadOnlyList<BenchReport> Java, IReadOnlyList<BenchReport> Ours)
{
    /// <summary>Puts rounds together that followed one another: each figure is the median of the rounds'.</summary>
    public static QueriesReport Of(int paragraphs, bool counts, IReadOnlyList<string> skipped, IReadOnlyList<BenchReport> java, IReadOnlyList<BenchReport> ours)
    {
        QueriesRow[] rows = [.. Enumerable.Range(0, java[0].Categories.Count).Select(row => Row(row, counts, java, ours))];
        return new QueriesReport(paragraphs, counts, rows, Math.Exp(rows.Average(row => Math.Log(row.Ratio))), skipped, java, ours);
    }

    private static QueriesRow Row(int row, bool counts, IReadOnlyList<BenchReport> java, IReadOnlyList<BenchReport> ours)
    {
        string category = java[0].Categories[row].Category;
        if (ours.Any(round => round.Categories[row].Category != category))
            throw new InvalidOperationException($"the rounds name their categories differently: {category}");
        double Of(IReadOnlyList<BenchReport> rounds, Func<CategoryFigures, double> figure) => Medians.Of(rounds.Select(round => figure(round.Categories[row])));
        double Ratio(Func<CategoryFigures, double> figure) => Medians.Of(java.Zip(ours, (theirs, mine) => figure(theirs.Categories[row]) / figure(mine.Categories[row])));
        return new QueriesRow(
            category,
            Of(ours, figures => figures.Hits),
            Of(java, figures => figures.TypicalUs),
            Of(java, figures => figures.P99Us),
            Of(ours, figures => figures.TypicalUs),
            Of(ours, figures => figures.P99Us),
            Ratio(figures => figures.TypicalUs),
            Ratio(figures => figures.P99Us),
            QueryGoals.Of(category, counts));
    }
}

/// <summary>A category: medians over the rounds, in microseconds of processor time.</summary>
/// <param name="Ratio">Median over the rounds of Java's typical time through ours: above 1 we are faster.</param>
/// <param name="RatioP99">The same of the 99th percentiles over all samples.</param>
/// <param name="Goal">What <paramref name="Ratio"/> is meant to be at least; null where nothing is set.</param>
internal sealed record QueriesRow(
    string Category, double Hits, double JavaP50, double JavaP99, double OursP50, double OursP99, double Ratio, double RatioP99, double? Goal);
