using System.Text.Json;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>A search as the oracle's <c>search-json</c> takes it: one line of JSON.</summary>
/// <param name="Category">What kind of request it is, for reports.</param>
/// <param name="Json">The object; its <c>query</c> is a tree (<see cref="QueryForms"/>).</param>
internal sealed record Request(string Category, string Json)
{
    /// <summary>A request for the ten best of a query.</summary>
    public static Request Of(string category, string queryForm) => new(category, $"{{\"query\":{queryForm}}}");

    /// <summary>A text as JSON.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
