using Search.Web.Api;
using Search.Web.Hosting.Access;
using Search.Web.Hosting.Answers;
using Search.Web.Hosting.Telemetry;

namespace Search.Web.Hosting;

/// <summary>All routes of the host, as its role wants them.</summary>
internal static class HostRoutes
{
    public static void MapSearchHost(this WebApplication app, HostSettings settings)
    {
        app.MapHealth();
        app.MapMetrics();
        app.MapOpenApi("/openapi/{documentName}.json").Needing(Needs.Nothing);
        if (settings.Indexes)
            app.MapGroup("").RefusingUnknownParameters().MapWrites(settings);
        if (!settings.Serves)
            return;
        RouteGroupBuilder reads = app.MapGroup("").WithMetadata(new FollowsFromCommit()).RefusingUnknownParameters();
        reads.MapSearch();
        reads.MapSnippets();
        reads.MapSuggest();
        reads.MapArticles();
        reads.MapParagraphs();
        RouteGroupBuilder streams = app.MapGroup("").WithMetadata(new Limits.LongRunning()).RefusingUnknownParameters();
        streams.MapExport();
        streams.MapQuestions(settings);
        app.MapRazorPages().WithMetadata(new FollowsFromCommit());
    }
}
