using System.Diagnostics;
using System.Threading.RateLimiting;
using Search.Web.Hosting.Access;
using Search.Web.Hosting.Answers;
using Search.Web.Hosting.Telemetry;

namespace Search.Web.Hosting.Limits;

/// <summary>Runs so many searches at once, lets so many wait, and sends the rest away: past saturation memory stays flat and answers stay quick.</summary>
internal sealed class SaturationGate(RequestDelegate next, HostSettings settings, HostMetrics metrics)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(10);

    private readonly ConcurrencyLimiter _searches = Create(settings.All.Number("concurrent-searches"), settings.All.Number("waiting-searches"));
    private readonly ConcurrencyLimiter _streams = Create(settings.All.Number("concurrent-streams"), waiting: 0);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<AccessNeed>()?.Needs is Needs.Nothing or Needs.Operating
            || Refusals.IsSecondRound(context))
        {
            await next(context);
            return;
        }
        bool isStream = endpoint.Metadata.GetMetadata<LongRunning>() is not null;
        long started = Stopwatch.GetTimestamp();
        using RateLimitLease lease = await (isStream ? _streams : _searches).AcquireAsync(1, context.RequestAborted);
        ServerTimings.Of(context).Add("wait", Stopwatch.GetElapsedTime(started));
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }
        metrics.Saturated(isStream);
        await Refusals.RefuseAsync(
            context,
            StatusCodes.Status503ServiceUnavailable,
            "Too much at once.",
            isStream ? "As many exports, question lists and bulk writes run as may; try again later." : "As many searches run and wait as may; try again shortly.",
            isStream ? LongPause : Pause);
    }

    private static ConcurrencyLimiter Create(long running, long waiting) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = (int)running,
        QueueLimit = (int)waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}

/// <summary>Metadata of an endpoint whose answers or requests are long streams.</summary>
internal sealed class LongRunning;
