namespace Search.Web.Hosting;

/// <summary>The address that readers know the host by, for links that leave it.</summary>
internal sealed class PublicAddress(HostSettings settings)
{
    private readonly string? _known = settings.All.Text("public-url")?.TrimEnd('/');

    /// <summary>The absolute address of a path.</summary>
    public string Of(HttpRequest request, string path) =>
        $"{_known ?? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}"}{path}";
}
