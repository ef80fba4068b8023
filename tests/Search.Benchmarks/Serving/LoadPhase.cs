using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Search.Benchmarks.Serving;

/// <summary>Clients that each send one request after another, as fast as they are answered.</summary>
internal static class LoadPhase
{
    public static async Task<LoadReport> RunAsync(ServedHost host, string[] addresses, int clients, LoadBounds bounds)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = clients, AutomaticDecompression = DecompressionMethods.None };
        using var http = new HttpClient(handler) { BaseAddress = host.Url, Timeout = TimeSpan.FromSeconds(60) };
        var outcomes = new ConcurrentBag<(Outcome Outcome, double Milliseconds)>();
        var sent = 0;
        long started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            int number;
            while (Stopwatch.GetElapsedTime(started) < bounds.MostTime && (number = Interlocked.Increment(ref sent)) <= bounds.MostRequests)
                outcomes.Add(await SendAsync(http, addresses[number % addresses.Length]));
        })));
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new LoadReport(
            seconds,
            [.. outcomes.Where(entry => entry.Outcome == Outcome.Answered).Select(entry => entry.Milliseconds).Order()],
            outcomes.Count(entry => entry.Outcome == Outcome.Answered),
            outcomes.Count(entry => entry.Outcome == Outcome.SentAway),
            outcomes.Count(entry => entry.Outcome == Outcome.Error),
            host.Megabytes("VmHWM"),
            host.Megabytes("RssAnon"));
    }

    private enum Outcome
    {
        Answered,
        SentAway,
        Error,
    }

    private static async Task<(Outcome, double)> SendAsync(HttpClient http, string address)
    {
        long started = Stopwatch.GetTimestamp();
        try
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri(address, UriKind.Relative));
            await response.Content.ReadAsByteArrayAsync();
            Outcome outcome = response.StatusCode switch
            {
                HttpStatusCode.OK => Outcome.Answered,
                HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable when response.Headers.RetryAfter is not null => Outcome.SentAway,
                _ => Outcome.Error,
            };
            return (outcome, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return (Outcome.Error, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }
}
