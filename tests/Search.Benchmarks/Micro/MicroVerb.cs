using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Search.Benchmarks.Micro;

/// <summary><c>micro [BenchmarkDotNet's options]</c>: single inner loops, in this process.</summary>
internal static class MicroVerb
{
    /// <summary>Runs the verb; the exit status.</summary>
    public static int Run(string[] arguments)
    {
        string[] all = arguments.Length == 0 ? ["--filter", "*"] : arguments;
        ManualConfig config = ManualConfig.Create(DefaultConfig.Instance).AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromTypes([typeof(PostingsBlockBenchmarks), typeof(AnalysisBenchmarks), typeof(TermLookupBenchmarks), typeof(ScorerBenchmarks), typeof(HighlighterBenchmarks)]).Run(all, config);
        return 0;
    }
}
