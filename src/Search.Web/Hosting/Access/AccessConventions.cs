namespace Search.Web.Hosting.Access;

/// <summary>Says of endpoints what a caller must hold.</summary>
internal static class AccessConventions
{
    public static TBuilder Needing<TBuilder>(this TBuilder endpoints, Needs needs)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new AccessNeed(needs));
}
