using System.Net;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Search.Articles.Indexing;
using Search.Articles.Searching;
using Search.Web.Api;
using Search.Web.Hosting.Access;
using Search.Web.Hosting.Indexing;
using Search.Web.Hosting.Limits;
using Search.Web.Hosting.Telemetry;
using Search.Web.Pages;

namespace Search.Web.Hosting;

/// <summary>Services of the host.</summary>
internal static class HostSetup
{
    public static void AddSearchHost(this WebApplicationBuilder builder, HostSettings settings)
    {
        IServiceCollection services = builder.Services;
        builder.AddHostLogging(settings);
        builder.AddHostServer(settings);
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<KeyRing>();
        services.AddRequestRates(settings);
        services.AddTelemetry();
        services.AddSingleton<IArticleIndex>(provider => OpenIndex(provider, settings));
        services.AddSingleton<IndexingState>();
        services.AddSingleton<IndexKeeper>();
        services.AddRazorPages();
        // Pages have no forms to protect: no keys are written to this machine.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddProblemDetails();
        services.AddExceptionHandler<QueryProblems>();
        // Answers hold nothing secret beside what a caller sends, so their length gives nothing away.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. Microsoft.AspNetCore.ResponseCompression.ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/jsonl", "text/csv", "image/svg+xml"];
        });
        services.AddSearchCors(settings);
        services.AddSearchJson();
        services.AddSearchOpenApi();
        services.AddEndpointsApiExplorer();
        services.AddSingleton<UnknownParameters>();
        services.AddSingleton<HelpCounts>();
    }

    private static void AddHostLogging(this WebApplicationBuilder builder, HostSettings settings)
    {
        if (settings.All["log-format"].Value.Equals("json", StringComparison.OrdinalIgnoreCase))
            builder.Logging.ClearProviders().AddJsonConsole(json =>
            {
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        builder.Logging.SetMinimumLevel(Enum.Parse<LogLevel>(settings.All["log-level"].Value, ignoreCase: true));
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Its one message of weight, that starting failed, comes with a stack trace; Serve says the same in a sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }

    private static void AddHostServer(this WebApplicationBuilder builder, HostSettings settings)
    {
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(server => ServerLimits.Apply(server, TimeSpan.FromSeconds(settings.All.Number("slow-client-seconds"))));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(settings.All.Number("drain-seconds")));
        // On loopback a page from elsewhere must not reach the host by a name of its own.
        string[] hosts = [.. settings.All.Values("allowed-hosts")];
        if (hosts.Length == 0 && settings.PublicUrl() is null)
            hosts = ["localhost", "127.0.0.1", "[::1]", .. settings.Urls.Split(';').Select(url => BindingAddress.Parse(url.Trim()).Host)];
        builder.Services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = hosts.Length == 0 ? ["*"] : [.. hosts.Distinct()]);
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (IPAddress proxy in settings.TrustedProxies)
                forwarded.KnownProxies.Add(proxy);
        });
    }

    private static IArticleIndex OpenIndex(IServiceProvider provider, HostSettings settings)
    {
        provider.GetRequiredService<MetricsCollector>(); // measures from here on, asked or not
        var index = EmbeddedArticleIndex.Open(settings.Index);
        provider.GetRequiredService<HostMetrics>().Watch(index);
        return new ObservedArticleIndex(index, provider.GetRequiredService<OperationObserver>());
    }

    private static void AddTelemetry(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<HostMetrics>();
        services.AddSingleton<OperationObserver>();
        services.AddSingleton<MetricsCollector>();
        services.AddHostedService<OtlpExport>();
    }

    private static void AddSearchCors(this IServiceCollection services, HostSettings settings) =>
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. settings.All.Values("cors-origins").Select(origin => origin.TrimEnd('/'))])
            .WithMethods("GET", "HEAD", "POST")
            .WithHeaders("Authorization", "X-Api-Key", "Content-Type", "If-None-Match")
            .WithExposedHeaders("ETag", "Retry-After", "Server-Timing")));

    private static void AddSearchJson(this IServiceCollection services)
    {
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new FacetFieldNames());
            json.SerializerOptions.Converters.Add(new SuggestionKindNames());
        });
    }
}
