using System.Globalization;

namespace Search.Benchmarks;

/// <summary>Memory of this process in MB, as the kernel counts it (<c>/proc/self/status</c>) and as the oracle reports it.</summary>
internal sealed class ProcessMemory : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly Timer _timer;
    private long _anonymousPeak;

    /// <summary>Watches the anonymous part from now on.</summary>
    public ProcessMemory() => _timer = new Timer(_ => Sample(), state: null, TimeSpan.Zero, Interval);

    /// <summary>What the process has of a kind now.</summary>
    /// <param name="kind"><c>VmHWM</c> (most resident memory ever), <c>RssAnon</c>, <c>RssFile</c>; -1 where it is not known.</param>
    public static long Megabytes(string kind)
    {
        const string Status = "/proc/self/status";
        string? line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith($"{kind}:", StringComparison.Ordinal)) : null;
        return line is null ? -1 : long.Parse(line.AsSpan(kind.Length + 1).Trim().TrimEnd("kB ").Trim(), CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>The most anonymous memory seen, looked at twenty times a second.</summary>
    public long AnonymousPeak()
    {
        Sample();
        return Volatile.Read(ref _anonymousPeak);
    }

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        long now = Megabytes("RssAnon");
        long before = Volatile.Read(ref _anonymousPeak);
        while (now > before && Interlocked.CompareExchange(ref _anonymousPeak, now, before) is var seen && seen != before)
            before = seen;
    }
}
