using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Search.Articles.Indexing;
using Search.Articles.Searching;
using Search.Web.Api;

namespace Search.Web.Hosting;

/// <summary>Services and middleware of the host.</summary>
internal static class HostSetup
{
    public static void AddSearchHost(this WebApplicationBuilder builder, HostSettings settings)
    {
        IServiceCollection services = builder.Services;
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Its one message of weight, that starting failed, comes with a stack trace; Serve says the same in a sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        services.AddSingleton(settings);
        services.AddSingleton<IArticleIndex>(_ => EmbeddedArticleIndex.Open(settings.Index));
        services.AddRazorPages();
        // Pages have no forms to protect: no keys are written to this machine.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddProblemDetails();
        services.AddExceptionHandler<QueryProblems>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new FacetFieldNames());
        });
        services.AddSearchOpenApi();
    }

    public static void UseSearchHost(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
        app.UseWhen(IsPage, pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf, ExceptionHandlingPath = "/problem/500" });
            pages.UseStatusCodePagesWithReExecute("/problem/{0}");
        });
        app.UseWhen(context => !IsPage(context), api => api.UseStatusCodePages());
        app.UseStaticFiles();
        app.UseSwaggerUI(docs =>
        {
            docs.RoutePrefix = "docs";
            docs.DocumentTitle = "Search API";
            docs.SwaggerEndpoint("/openapi/v1.json", "Search API v1");
        });
        // Behind the above, which sends requests round again for their problem page: each round is routed anew.
        app.UseRouting();
    }

    private static int StatusOf(Exception fault) =>
        fault is BadHttpRequestException request ? request.StatusCode : StatusCodes.Status500InternalServerError;

    private static bool IsPage(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/v1")
        && !context.Request.Path.StartsWithSegments("/healthz")
        && !context.Request.Path.StartsWithSegments("/openapi");
}
