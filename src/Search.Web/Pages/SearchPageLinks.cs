using System.Globalization;
using System.Text;
using Search.Web.Api;

namespace Search.Web.Pages;

/// <summary>Addresses of the search page: the whole state of a search, with one thing changed.</summary>
internal sealed class SearchPageLinks(SearchRequest request)
{
    /// <summary>The same search from another page on.</summary>
    public string Page(string cursor) => Address(request with { Cursor = cursor });

    /// <summary>The same search in another order.</summary>
    public string Sorted(string sort) => Address(request with { Cursor = null, Sort = sort });

    /// <summary>The same search with explanations shown or hidden.</summary>
    public string Explained(bool explain) => Address(request with { Explain = explain ? true : null });

    /// <summary>The search with a filter put on.</summary>
    public string With(string filter, string value) =>
        Address(Change(filter, values => values.Contains(value, StringComparer.Ordinal) ? values : [.. values, value]));

    /// <summary>The search with a filter taken off.</summary>
    public string Without(string filter, string value) =>
        Address(Change(filter, values => [.. values.Where(other => other != value)]));

    /// <summary>The search within one month, <c>2023-09</c>.</summary>
    public string Month(string month)
    {
        DateOnly first = DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture);
        return Address(request with { Cursor = null, From = $"{first:yyyy-MM-dd}", To = $"{first.AddMonths(1).AddDays(-1):yyyy-MM-dd}" });
    }

    /// <summary>The search without its days.</summary>
    public string WithoutDays() => Address(request with { Cursor = null, From = null, To = null });

    private SearchRequest Change(string filter, Func<string[], string[]> change) => filter switch
    {
        "outlet" => request with { Cursor = null, Outlet = change(request.Outlet ?? []) },
        "name" => request with { Cursor = null, Name = change(request.Name ?? []) },
        "place" => request with { Cursor = null, Place = change(request.Place ?? []) },
        _ => throw new ArgumentException($"no filter \"{filter}\"", nameof(filter)),
    };

    /// <summary>What another query typed into the page's form keeps: filters and ways of searching.</summary>
    public IEnumerable<(string Name, string Value)> Kept() => Kept(request);

    private static IEnumerable<(string Name, string Value)> Kept(SearchRequest target)
    {
        (string Name, string?[]? Values)[] all =
        [
            ("outlet", target.Outlet), ("name", target.Name), ("place", target.Place), ("boost", target.Boost), ("mode", [target.Mode]),
            ("limit", [target.Limit?.ToString()]), ("explain", [target.Explain == true ? "true" : null]),
        ];
        return all.SelectMany(parameter => (parameter.Values ?? [])
            .Where(value => !string.IsNullOrEmpty(value))
            .Select(value => (parameter.Name, value!)));
    }

    private static string Address(SearchRequest target)
    {
        var address = new StringBuilder("/?q=").Append(Uri.EscapeDataString(target.Query ?? ""));
        foreach ((string name, string value) in Kept(target))
            Append(address, name, value);
        Append(address, "from", target.From);
        Append(address, "to", target.To);
        Append(address, "sort", target.Sort);
        Append(address, "cursor", target.Cursor);
        return address.ToString();
    }

    private static void Append(StringBuilder address, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            address.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }
}
