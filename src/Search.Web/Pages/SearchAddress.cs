using System.Text;
using Microsoft.Extensions.Primitives;
using Search.Articles.Searching;
using Search.Web.Api;

namespace Search.Web.Pages;

/// <summary>The address of a search: the whole state of the page, and the same with one thing changed.</summary>
/// <remarks>Immutable. What it does not know is left out; a change starts from the first page again.</remarks>
internal sealed class SearchAddress
{
    /// <summary>Parameters of the page alone: what of an answer is opened. Each names an article, or an article and a paragraph.</summary>
    public const string More = "more", Around = "around", Why = "why";

    private const string Query = "q", Cursor = "cursor";

    // What a search is made of, in the order of the address.
    private static readonly string[] Asked =
    [
        Query, .. Enum.GetValues<FacetField>().SelectMany(field => new[] { Name(field), Name(field, isExcluded: true) }), "from", "to", "sort",
        "fold", "context", "snippets", "per-article", "recency", "recency-days", "feedback", "boost", "mode", "limit", "explain",
    ];

    // What one answer is shown with: gone when the search changes.
    private static readonly string[] Passing = [More, Around, Why, Cursor];

    private static readonly bool[] ChosenThenExcluded = [false, true];

    private readonly (string Name, string Value)[] _parameters;

    private SearchAddress(IEnumerable<(string, string)> parameters) => _parameters = [.. parameters];

    /// <summary>The search that a request asks for.</summary>
    public static SearchAddress Of(IQueryCollection query) => new(Asked.Concat(Passing)
        .SelectMany(name => query.TryGetValue(name, out StringValues values) ? values.Select(value => (name, value ?? "")) : [])
        .Where(parameter => parameter.Item2.Length > 0)
        .Distinct());

    /// <summary>The search for a text and nothing else.</summary>
    public static SearchAddress For(string text) => new([(Query, text)]);

    /// <summary>The parameter of a kind of filter: <c>outlet</c>, <c>not-outlet</c>.</summary>
    public static string Name(FacetField field, bool isExcluded = false) =>
        (isExcluded ? "not-" : "") + (field switch
        {
            FacetField.Outlet => "outlet",
            FacetField.Author => "author",
            FacetField.Name => "name",
            FacetField.Place => "place",
            _ => "month",
        });

    /// <summary>The query as it was typed.</summary>
    public string Text => Value(Query) ?? "";

    /// <summary>Whether anything is asked for.</summary>
    public bool IsSearch => _parameters.Length > 0;

    /// <summary>Whether this is not the first page.</summary>
    public bool IsContinued => Value(Cursor) is not null;

    /// <summary>All filters, in the order of the address.</summary>
    public IEnumerable<FacetFilter> Filters =>
        from isExcluded in ChosenThenExcluded
        from kind in Enum.GetValues<FacetField>()
        from value in Values(Name(kind, isExcluded))
        select new FacetFilter(kind, value, isExcluded);

    /// <summary>Whether the results are narrowed by dates.</summary>
    public bool HasDays => Value("from") is not null || Value("to") is not null;

    /// <summary>The first value of a parameter; null without one.</summary>
    public string? Value(string name) => Values(name).FirstOrDefault();

    /// <summary>All values of a parameter.</summary>
    public IEnumerable<string> Values(string name) => _parameters.Where(parameter => parameter.Name == name).Select(parameter => parameter.Value);

    /// <summary>Whether a part of the answer is opened.</summary>
    public bool IsOpen(string part, string of) => Values(part).Contains(of, StringComparer.Ordinal);

    /// <summary>What a form that sends the given parameters itself must send along.</summary>
    public IEnumerable<(string Name, string Value)> AllBut(params string[] names) =>
        _parameters.Where(parameter => !names.Contains(parameter.Name) && !Passing.Contains(parameter.Name));

    /// <summary>The same search with another text.</summary>
    public string Asking(string text) => With(Query, text);

    /// <summary>The same search with a parameter set, or without it.</summary>
    public string With(string name, string? value) => Write(
        AllBut(name).Concat(string.IsNullOrEmpty(value) ? [] : [(name, value)]));

    /// <summary>The search within these days, both inclusive; without days where both are null.</summary>
    public string Between(string? from, string? to) => Write(
        AllBut("from", "to").Concat(from is null ? [] : [("from", from)]).Concat(to is null ? [] : [("to", to)]));

    /// <summary>The search with a filter put on; the opposite one goes.</summary>
    public string With(FacetFilter filter) => Write(
        Rest(filter).Append((Name(filter.Field, filter.IsExcluded), filter.Value)));

    /// <summary>The search with a filter, and its opposite, taken off.</summary>
    public string Without(FacetFilter filter) => Write(Rest(filter));

    /// <summary>The search without any filter or days, with another text where one is given.</summary>
    public string WithoutFilters(string? text = null) => Write(Unfiltered().Select(parameter => parameter.Name == Query ? (Query, text ?? parameter.Value) : parameter));

    /// <summary>The same search from another page on; from the first without a cursor.</summary>
    public string Page(string? cursor) => With(Cursor, cursor);

    /// <summary>This very page with a part of its answer opened or closed again.</summary>
    public string Toggled(string part, string of) => Write(IsOpen(part, of)
        ? _parameters.Where(parameter => parameter != (part, of))
        : _parameters.Append((part, of)));

    /// <summary>The article, at a paragraph where one is given, from which a way leads back to this search.</summary>
    public string Article(string id, string? key = null)
    {
        string address = key is null ? Links.Article(id) : Links.Paragraph(id, key);
        string state = Parameters(AllBut());
        return state.Length > 0 ? $"{address}?{state}" : address;
    }

    /// <summary>All that the search finds, as a file.</summary>
    public string Export(string format) => $"/v1/export?{Parameters(AllBut("limit", "explain", "context", "per-article").Append(("format", format)))}";

    public override string ToString() => Write(_parameters);

    private IEnumerable<(string Name, string Value)> Unfiltered() =>
        AllBut(["from", "to", .. Enum.GetValues<FacetField>().SelectMany(field => new[] { Name(field), Name(field, isExcluded: true) })]);

    private IEnumerable<(string Name, string Value)> Rest(FacetFilter filter) => AllBut()
        .Where(parameter => parameter != (Name(filter.Field), filter.Value) && parameter != (Name(filter.Field, isExcluded: true), filter.Value));

    // An address with filters alone still is a search.
    private static string Write(IEnumerable<(string Name, string Value)> parameters)
    {
        (string Name, string Value)[] all = [.. parameters.OrderBy(parameter => Array.IndexOf(Asked, parameter.Name) is var place and >= 0 ? place : int.MaxValue)];
        return all.Any(parameter => parameter.Name == Query) ? $"/?{Parameters(all)}" : $"/?q=&{Parameters(all)}".TrimEnd('&');
    }

    private static string Parameters(IEnumerable<(string Name, string Value)> parameters)
    {
        var address = new StringBuilder();
        foreach ((string name, string value) in parameters)
            address.Append(address.Length > 0 ? "&" : "").Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return address.ToString();
    }
}
