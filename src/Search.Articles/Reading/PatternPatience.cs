using System.Globalization;
using System.Text.RegularExpressions;
using Search.Articles.Cleaning;

namespace Search.Articles.Reading;

/// <summary>
/// Tells a text that resists patterns from a machine that is busy. Patterns are limited by the clock, which a busy machine stretches: where the limit
/// is met, the work is done again, and only processor time that was really spent counts against the text.
/// </summary>
internal static class PatternPatience
{
    // Each starts with a whole limit: a machine on which none of them gets half of that is out of order.
    private const int MostAttempts = 20;

    private const string ThreadTimes = "/proc/thread-self/schedstat";

    /// <summary>Does work that may run into the limit; it must be repeatable.</summary>
    /// <exception cref="InvalidDataException">The text resists: a pattern takes too long on it.</exception>
    public static T Run<T>(Func<T> work) => Run(work, ProcessorTimeMs);

    /// <param name="processorTimeMs">The processor time of this thread so far; null where the system does not tell.</param>
    internal static T Run<T>(Func<T> work, Func<double?> processorTimeMs)
    {
        // The first attempt is not measured: nearly all succeed.
        double? started = null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return work();
            }
            catch (RegexMatchTimeoutException fault)
            {
                double? now = processorTimeMs();
                bool isSpent = now is null || (started is { } before && now - before > PatternLimits.TimeoutMs / 2.0);
                if (isSpent || attempt == MostAttempts)
                    throw new InvalidDataException("the text could not be taken apart in reasonable time", fault);
                started = now;
            }
        }
    }

    // "nanoseconds-run nanoseconds-waited timeslices"
    private static double? ProcessorTimeMs()
    {
        try
        {
            return OperatingSystem.IsLinux() && double.TryParse(File.ReadAllText(ThreadTimes).Split(' ')[0], CultureInfo.InvariantCulture, out double nanoseconds) ? nanoseconds / 1e6 : null;
        }
        catch (IOException)
        {
            return null; // a system without them
        }
    }
}
