using Search.Web.Hosting.Access;

namespace Search.Web.Hosting.Telemetry;

/// <summary><c>GET /metrics</c>: for Prometheus, from this machine or with an admin key.</summary>
internal static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", (MetricsCollector metrics) => TypedResults.Text(PrometheusText.Write(metrics.Collect()), PrometheusText.MediaType))
            .Needing(Needs.Operating)
            .ExcludeFromDescription();
}
