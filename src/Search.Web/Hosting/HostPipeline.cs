using Search.Web.Hosting.Access;
using Search.Web.Hosting.Answers;
using Search.Web.Hosting.Limits;
using Search.Web.Hosting.Telemetry;

namespace Search.Web.Hosting;

/// <summary>What every request passes on its way to an endpoint.</summary>
internal static class HostPipeline
{
    public static void UseSearchHost(this WebApplication app)
    {
        HostSettings settings = app.Services.GetRequiredService<HostSettings>();
        if (settings.TrustedProxies.Count > 0)
            app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.Use(WithTimings);
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
        app.UseWhen(Requests.IsPage, pages =>
        {
            // Outside: a fault that is turned into a status gets its page here too.
            pages.UseStatusCodePagesWithReExecute("/problem/{0}");
            pages.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf, ExceptionHandlingPath = "/problem/500" });
        });
        app.UseWhen(context => !Requests.IsPage(context), api => api.UseStatusCodePages());
        app.UseStaticFiles();
        app.UseSwaggerUI(docs =>
        {
            docs.RoutePrefix = "docs";
            docs.DocumentTitle = "Search API";
            docs.SwaggerEndpoint("/openapi/v1.json", "Search API v1");
        });
        // Behind the above, which sends requests round again for their problem page: each round is routed anew.
        app.UseRouting();
        if (settings.All.Values("cors-origins").Count > 0)
            app.UseWhen(context => !Requests.IsPage(context), api => api.UseCors());
        app.UseRateLimiter();
        app.UseMiddleware<AccessGate>();
        app.UseMiddleware<Revalidation>();
        app.UseMiddleware<SaturationGate>();
    }

    private static Task WithTimings(HttpContext context, RequestDelegate next)
    {
        var timings = ServerTimings.Of(context);
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["Server-Timing"] = timings.ToString();
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static int StatusOf(Exception fault) =>
        fault is BadHttpRequestException request ? request.StatusCode : StatusCodes.Status500InternalServerError;
}
