namespace Search.Soak.Queries;

/// <summary>What a run of <see cref="QueryFuzz"/> saw.</summary>
/// <param name="Texts">Texts given to the parser.</param>
/// <param name="Parsed">Those that are queries.</param>
/// <param name="Refused">Those that are not: a syntax error with its position.</param>
/// <param name="Ran">Queries that were also printed, rewritten and run on a small index.</param>
/// <param name="SlowestMs">Most processor time in milliseconds that one text of at most 1,000 characters took to parse.</param>
/// <param name="SlowestText">That text.</param>
public sealed record QueryFuzzReport(long Texts, long Parsed, long Refused, long Ran, double SlowestMs, string SlowestText)
{
    public override string ToString() =>
        $"{Texts} texts: {Parsed} queries, {Refused} syntax errors, {Ran} queries run; slowest short text to parse: {SlowestMs:F1} ms for {Printable.Text(SlowestText)}";
}
