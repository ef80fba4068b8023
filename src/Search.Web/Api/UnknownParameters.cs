using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Search.Web.Api;

/// <summary>In strict mode a parameter that an endpoint does not have is refused: a misspelled filter must not be a wider search.</summary>
internal sealed class UnknownParameters(IApiDescriptionGroupCollectionProvider descriptions)
{
    private readonly Lazy<Dictionary<string, HashSet<string>>> _known = new(() => descriptions.ApiDescriptionGroups.Items
        .SelectMany(group => group.Items)
        .GroupBy(KeyOf, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(
            endpoint => endpoint.Key,
            endpoint => endpoint.SelectMany(description => description.ParameterDescriptions)
                .Where(parameter => parameter.Source == BindingSource.Query)
                .Select(parameter => parameter.Name)
                .ToHashSet(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase));

    /// <exception cref="ParameterException">The request is in strict mode and has a parameter that its endpoint does not have.</exception>
    public void Check(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        if (query["mode"] is not [{ } mode] || !mode.Equals("strict", StringComparison.OrdinalIgnoreCase))
            return;
        if (context.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } route } || !_known.Value.TryGetValue(Key(context.Request.Method, route), out HashSet<string>? known))
            return;
        string[] unknown = [.. query.Keys.Where(name => name != "mode" && !known.Contains(name)).Order(StringComparer.Ordinal)];
        if (unknown.Length > 0)
        {
            string all = string.Join(", ", unknown.Select(name => $"\"{name}\""));
            throw new ParameterException(unknown[0], $"there is no parameter {all} here; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        }
    }

    private static string KeyOf(ApiDescription description) => Key(description.HttpMethod ?? "GET", description.RelativePath ?? "");

    private static string Key(string method, string route) => $"{method} {route.Trim('/')}";
}

/// <summary>Adds the refusal to endpoints.</summary>
internal static class UnknownParametersConvention
{
    public static RouteGroupBuilder RefusingUnknownParameters(this RouteGroupBuilder routes)
    {
        routes.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.RequestServices.GetRequiredService<UnknownParameters>().Check(context.HttpContext);
            return next(context);
        });
        return routes;
    }
}
