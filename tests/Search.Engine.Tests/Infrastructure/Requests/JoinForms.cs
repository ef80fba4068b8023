using System.Text.Json;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Kinds that join the documents of a block; null for others.</summary>
internal static class JoinForms
{
    public static Query? Parse(string kind, JsonElement form) => null;
}
