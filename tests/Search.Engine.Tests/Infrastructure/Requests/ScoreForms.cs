using System.Text.Json;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Kinds that change how matches are scored; null for others.</summary>
internal static class ScoreForms
{
    public static Query? Parse(string kind, JsonElement form) => null;
}
