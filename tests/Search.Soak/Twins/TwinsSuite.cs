using System.Diagnostics;
using System.Globalization;
using Search.Soak.Fidelity;

namespace Search.Soak.Twins;

/// <summary>The same requests in processes that may use all of the processor, no 256-bit vectors, and no vector instruction at all.</summary>
public static class TwinsSuite
{
    private const int Parts = 3;

    private static readonly (string What, string? Variable)[] Processors = [("all instructions", null), ("without AVX2", "DOTNET_EnableAVX2"), ("without intrinsics", "DOTNET_EnableHWIntrinsic")];

    /// <summary>Indexes the paragraphs, with several segments and deletions, and compares.</summary>
    /// <returns>What was compared, in words.</returns>
    /// <exception cref="SoakFailureException">Something differs.</exception>
    public static string Run(string paragraphsPath, int requests, int seed)
    {
        using var scratch = new TemporaryFolder();
        string index = scratch.File("index");
        string[] lines = File.ReadAllLines(paragraphsPath);
        foreach (string[] part in lines.Chunk((lines.Length + Parts - 1) / Parts))
            new ConcurrentChanges(index, threads: 2).Write(part);

        string[] arguments = [TwinsCommand.ChildName, index, paragraphsPath, requests.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture)];
        string[][] answers = [.. Processors.Select(processor => Ask(processor.Variable, arguments))];
        for (var i = 1; i < Processors.Length; i++)
            AssertAlike(answers[0], answers[i], Processors[i].What);
        int hits = answers[0].Count(answer => answer.Contains('=', StringComparison.Ordinal));
        if (hits < answers[0].Length / 4)
            throw new SoakFailureException($"only {hits} of {answers[0].Length} requests find anything");
        return $"{answers[0].Length} requests, {hits} with hits: as defined, and alike in {Processors.Length} kinds of processor";
    }

    private static string[] Ask(string? switchedOff, string[] arguments)
    {
        ProcessStartInfo start = SelfProcess.StartInfo(arguments);
        if (switchedOff is not null)
            start.Environment[switchedOff] = "0";
        return SelfProcess.Run(start).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void AssertAlike(string[] expected, string[] actual, string what)
    {
        if (expected.Length != actual.Length)
            throw new SoakFailureException($"{what}: {actual.Length} answers instead of {expected.Length}");
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i] != actual[i])
                throw new SoakFailureException($"{what}: request {i} differs\n  {expected[i]}\n  {actual[i]}");
        }
    }
}
