using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Search.Benchmarks;

/// <summary>The processor time of the calling thread, which a busy machine does not stretch as it does the clock's.</summary>
internal static partial class ThreadClock
{
    private const int ThreadProcessorTime = 3; // CLOCK_THREAD_CPUTIME_ID

    /// <summary>Nanoseconds since some fixed point; the clock's where the system is not Linux.</summary>
    public static long Nanoseconds()
    {
        if (!OperatingSystem.IsLinux())
            return (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));
        if (GetTime(ThreadProcessorTime, out TimeSpec time) != 0)
            throw new InvalidOperationException($"clock_gettime: error {Marshal.GetLastPInvokeError()}");
        return time.Seconds * 1_000_000_000 + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
