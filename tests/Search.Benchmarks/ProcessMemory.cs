using System.Globalization;

namespace Search.Benchmarks;

/// <summary>Memory of this process in MB, as the kernel counts it (<c>/proc/self/status</c>) and as the oracle reports it.</summary>
internal sealed class ProcessMemory : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _watch;
    private long _anonymousPeak;

    /// <summary>Watches the anonymous part from now on.</summary>
    public ProcessMemory()
    {
        // A thread of its own: a timer wakes pool threads that spin for more work, which is measured too.
        _watch = new Thread(Watch) { IsBackground = true, Name = nameof(ProcessMemory) };
        _watch.Start();
    }

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

    public void Dispose()
    {
        _stop.Set();
        _watch.Join();
        _stop.Dispose();
    }

    private void Watch()
    {
        do
            Sample();
        while (!_stop.Wait(Interval));
    }

    private void Sample()
    {
        long now = Megabytes("RssAnon");
        long before = Volatile.Read(ref _anonymousPeak);
        while (now > before && Interlocked.CompareExchange(ref _anonymousPeak, now, before) is var seen && seen != before)
            before = seen;
    }
}
