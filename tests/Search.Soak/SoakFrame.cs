using System.CommandLine;
using System.Diagnostics;

namespace Search.Soak;

/// <summary>What all verbs share: options, and how the outcome becomes an exit status.</summary>
internal static class SoakFrame
{
    /// <summary>The promises held.</summary>
    public const int Kept = 0;

    /// <summary>One did not.</summary>
    public const int Broken = 1;

    /// <summary>An option with a number.</summary>
    public static Option<int> Number(string name, int otherwise, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => otherwise,
    };

    /// <summary>The seed of everything random; printed with every failure.</summary>
    public static Option<int> Seed() => Number("--seed", 1, "Seed of everything that is random.");

    /// <summary>Runs a verb: its figures go to standard output, a broken promise to standard error.</summary>
    public static int Run(Func<string> verb)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            Console.WriteLine(verb());
            Console.WriteLine($"kept; {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} seconds");
            return Kept;
        }
        catch (SoakFailureException failure)
        {
            Console.Error.WriteLine(failure.Message);
            if (failure.InnerException is { } cause)
                Console.Error.WriteLine(cause);
            Console.Error.WriteLine($"BROKEN; {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} seconds");
            return Broken;
        }
    }
}
