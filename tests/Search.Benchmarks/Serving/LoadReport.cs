using System.Globalization;

namespace Search.Benchmarks.Serving;

/// <summary>What came of a phase of load.</summary>
/// <param name="Seconds">How long it lasted.</param>
/// <param name="Times">Milliseconds of the requests that were answered, ascending.</param>
/// <param name="Answered">Requests answered with 200.</param>
/// <param name="SentAway">Requests answered with 429 or 503, and when to come again.</param>
/// <param name="Errors">All others: other statuses, 429 and 503 that do not say when, broken connections.</param>
/// <param name="ResidentMb">The host's most resident memory since it started, in MB.</param>
/// <param name="AnonymousMb">The host's own memory at the end, in MB.</param>
internal sealed record LoadReport(double Seconds, double[] Times, int Answered, int SentAway, int Errors, long ResidentMb, long AnonymousMb)
{
    public static string Header => $"{"answers/s",11}{"p50 ms",9}{"p99 ms",9}{"answered",10}{"sent away",11}{"errors",8}{"peak MB",9}{"own MB",8}";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Answered / Seconds,11:0.0}{Quantile(0.5),9:0.0}{Quantile(0.99),9:0.0}{Answered,10}{SentAway,11}{Errors,8}{ResidentMb,9}{AnonymousMb,8}");

    private double Quantile(double part) => Times.Length == 0 ? 0 : Times[(int)(part * (Times.Length - 1))];
}
