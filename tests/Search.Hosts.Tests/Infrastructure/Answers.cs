using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Search.Hosts.Tests.Infrastructure;

/// <summary>Asks a host and reads what it answers.</summary>
internal static class Answers
{
    /// <summary>The JSON at an address.</summary>
    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{address}: {(int)response.StatusCode}\n{text}");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>The RFC 9457 problem at an address.</summary>
    public static async Task<JsonElement> GetProblemAsync(this HttpClient client, string address, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        JsonElement problem = await client.GetJsonAsync(address, status);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("type").GetString()!);
        return problem;
    }

    /// <summary>The page at an address.</summary>
    public static async Task<IDocument> GetPageAsync(this HttpClient client, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Texts of the elements that a selector finds, white space trimmed.</summary>
    public static string[] Texts(this IParentNode node, string selector) =>
        [.. node.QuerySelectorAll(selector).Select(element => element.TextContent.Trim())];

    /// <summary>The text of the one element that a selector finds, runs of white space as one blank.</summary>
    public static string Text(this IParentNode node, string selector) =>
        string.Join(' ', Assert.Single(node.QuerySelectorAll(selector)).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Where the one link that a selector finds leads.</summary>
    public static string Link(this IParentNode node, string selector) =>
        Assert.Single(node.QuerySelectorAll(selector)).GetAttribute("href")!;

    public static string Query(string text) => Uri.EscapeDataString(text);

    /// <summary>The strings of a JSON array.</summary>
    public static string[] Strings(this JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];

    public static string String(this JsonElement item, string name) => item.GetProperty(name).GetString()!;

    /// <summary>All objects of arrays of one name in the members of another: <c>articles</c>, <c>paragraphs</c>.</summary>
    public static IEnumerable<JsonElement> Each(this IEnumerable<JsonElement> items, string name) =>
        items.SelectMany(item => item.GetProperty(name).EnumerateArray());

    public static IEnumerable<JsonElement> Each(this JsonElement item, string name) => item.GetProperty(name).EnumerateArray();
}
