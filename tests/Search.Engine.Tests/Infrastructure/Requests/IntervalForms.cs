using System.Text.Json;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Interval queries; null for other kinds.</summary>
internal static class IntervalForms
{
    public static Query? Parse(string kind, JsonElement form) => null;
}
