using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Search.Web.Hosting.Telemetry;

/// <summary>Sends traces and metrics by OTLP while the host runs, when there is somewhere to send them.</summary>
internal sealed class OtlpExport(HostSettings settings) : IHostedService, IDisposable
{
    // Where the framework's own traces and metrics come from.
    private const string Framework = "Microsoft.AspNetCore";

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.All.Values("otlp-endpoint") is not [string endpoint, ..])
            return Task.CompletedTask;
        string address = endpoint.TrimEnd('/');
        ResourceBuilder resource = ResourceBuilder.CreateDefault().AddService("search", serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString());
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(HostMetrics.SourceName, Framework)
            .AddOtlpExporter(options => SendTo(options, $"{address}/v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(HostMetrics.SourceName, $"{Framework}.*", "System.Runtime")
            .AddOtlpExporter(options => SendTo(options, $"{address}/v1/metrics"))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // Disposing sends what is left. A host that is stopped and disposed comes here from both.
        Interlocked.Exchange(ref _traces, null)?.Dispose();
        Interlocked.Exchange(ref _metrics, null)?.Dispose();
    }

    private static void SendTo(OtlpExporterOptions options, string address)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(address);
    }
}
