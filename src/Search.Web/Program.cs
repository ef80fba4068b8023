using Search.Web.Api;
using Search.Web.Hosting;

WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});
HostSettings settings = HostSettings.Load(builder.Configuration, args);
builder.AddSearchHost(settings);

WebApplication app = builder.Build();
app.UseSearchHost();

app.MapSearch();
app.MapSnippets();
app.MapArticles();
app.MapHealth();
app.MapOpenApi("/openapi/{documentName}.json");
app.MapRazorPages();

if (!app.BringIndexUpToDate())
    return 1;
app.Run();
return 0;

/// <summary>The host's entry point; public for the in-memory test host.</summary>
public sealed partial class Program;
