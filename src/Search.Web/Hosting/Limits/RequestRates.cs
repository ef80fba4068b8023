using System.Threading.RateLimiting;
using Search.Web.Hosting.Access;
using Search.Web.Hosting.Answers;

namespace Search.Web.Hosting.Limits;

/// <summary>How many requests one key or one address may make: a bucket that fills evenly and holds ten seconds' worth.</summary>
internal static class RequestRates
{
    private const int SecondsInBucket = 10;

    public static void AddRequestRates(this IServiceCollection services, HostSettings settings)
    {
        long perMinute = settings.All.Number("requests-per-minute");
        services.AddRateLimiter(limits =>
        {
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsFree(context) || perMinute == 0
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetTokenBucketLimiter(
                    Caller.Of(context, context.RequestServices.GetRequiredService<KeyRing>()).Partition, _ => Bucket(perMinute)));
            limits.OnRejected = (rejected, _) => new ValueTask(Refusals.RefuseAsync(
                rejected.HttpContext,
                StatusCodes.Status429TooManyRequests,
                "Too many requests.",
                $"One key or address may make {perMinute} requests a minute here.",
                rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait : TimeSpan.FromSeconds(1)));
        });
    }

    // Who watches over the host must always be answered.
    private static bool IsFree(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<AccessNeed>()?.Needs is Needs.Nothing or Needs.Operating || Refusals.IsSecondRound(context);

    private static TokenBucketRateLimiterOptions Bucket(long perMinute) => new()
    {
        TokenLimit = (int)Math.Max(1, perMinute * SecondsInBucket / 60),
        TokensPerPeriod = (int)Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(perMinute >= 60 ? 1 : 60.0 / perMinute),
        QueueLimit = 0,
        AutoReplenishment = true,
    };
}
