namespace Search.Web.Hosting;

/// <summary>What kind of request it is.</summary>
internal static class Requests
{
    /// <summary>Whether a person is to read the answer: problems are pages then.</summary>
    public static bool IsPage(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/v1")
        && !context.Request.Path.StartsWithSegments("/healthz")
        && !context.Request.Path.StartsWithSegments("/metrics")
        && !context.Request.Path.StartsWithSegments("/openapi");
}
