using System.Text.Json;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Kinds that join the documents of a block; null for others.</summary>
internal static class JoinForms
{
    public static Query? Parse(string kind, JsonElement form)
    {
        JsonElement value = form.GetProperty(kind);
        return kind switch
        {
            "to_parent" => new ToParentBlockJoinQuery(QueryForms.Parse(value), Parents(form), Enum.Parse<ChildScores>(form.GetProperty("scores").GetString()!)),
            "to_child" => new ToChildBlockJoinQuery(QueryForms.Parse(value), Parents(form)),
            "children_of" => new ParentChildrenBlockJoinQuery(Parents(form), QueryForms.Parse(value), form.GetProperty("parent").GetInt32()),
            _ => null,
        };
    }

    private static ParentFilter Parents(JsonElement form) => new(QueryForms.Parse(form.GetProperty("parents")));
}
