namespace Search.Web.Hosting;

/// <summary>Headers that keep a page from loading, running or sending anything that is not the host's own.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string PagePolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    // The documentation page is a packaged application with styles in its elements; it, too, loads nothing from elsewhere.
    private const string DocsPolicy =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "font-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        string policy = context.Request.Path.StartsWithSegments("/docs") ? DocsPolicy : PagePolicy;
        // At the last moment: a handled fault clears what was set before.
        context.Response.OnStarting(() =>
        {
            IHeaderDictionary headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            // Where a site may read the API, CORS says so; nothing else is for other sites.
            if (!headers.ContainsKey("Access-Control-Allow-Origin"))
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
