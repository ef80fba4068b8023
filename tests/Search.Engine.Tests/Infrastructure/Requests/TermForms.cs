using System.Text.Json;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Kinds that stand for many terms of the dictionary; null for others.</summary>
internal static class TermForms
{
    public static Query? Parse(string kind, JsonElement form)
    {
        if (QueryForms.Text(form, "rewrite", "constant_score") != "constant_score")
            throw new UnknownKindException($"{kind} with another rewrite");
        JsonElement value = form.GetProperty(kind);
        return kind switch
        {
            "prefix" => new PrefixQuery(QueryForms.TermOf(value)),
            "wildcard" => new WildcardQuery(QueryForms.TermOf(value)),
            "term_range" => new TermRangeQuery(value[0].GetString()!, value[1].GetString(), value[2].GetString(), value[3].GetBoolean(), value[4].GetBoolean()),
            _ => null,
        };
    }
}
