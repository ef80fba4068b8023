using Search.Settings;
using Search.Web.Hosting;
using Search.Web.Hosting.Indexing;

WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});
try
{
    var settings = HostSettings.Load(builder.Configuration, args);
    if (settings.PrintsSettings)
    {
        await Console.Out.WriteAsync(SettingsTable.ToText(settings.All));
        return 0;
    }
    builder.AddSearchHost(settings);

    // Disposed on every way out: the log is written in the background, and its last words say why a host does not serve.
    await using WebApplication app = builder.Build();
    app.UseSearchHost();
    app.MapSearchHost(settings);
    return app.Prepare() && app.Serve() ? 0 : 1;
}
catch (SettingsException fault)
{
    await Console.Error.WriteLineAsync($"search: {fault.Message}");
    return 1;
}

/// <summary>The host's entry point; public for the in-memory test host.</summary>
public sealed partial class Program;
