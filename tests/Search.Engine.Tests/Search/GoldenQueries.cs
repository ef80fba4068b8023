using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Engine.Tests.Search;

/// <summary>Builds the queries that golden files describe as the tree of a parsed query.</summary>
internal static class GoldenQueries
{
    /// <summary>The <c>tree</c> of a parsed query.</summary>
    public static Query OfTree(JsonElement tree)
    {
        JsonProperty kind = tree.EnumerateObject().First();
        JsonElement value = kind.Value;
        string field = tree.TryGetProperty("field", out JsonElement name) ? name.GetString()! : "";
        return kind.Name switch
        {
            "Term" => new TermQuery(new Term(field, value.GetString()!)),
            "Boolean" => Boolean(value, tree.GetProperty("msm").GetInt32()),
            "Boost" => new BoostQuery(OfTree(tree.GetProperty("q")), value.GetSingle()),
            "Phrase" => new PhraseQuery(field, [.. value.EnumerateArray().Select(term => (new Term(field, term[0].GetString()!), term[1].GetInt32()))], tree.GetProperty("slop").GetInt32()),
            "MultiPhrase" => new MultiPhraseQuery(field, [.. value.EnumerateArray().Select(place => (QueryForms.Terms(field, place[0]), place[1].GetInt32()))], tree.GetProperty("slop").GetInt32()),
            "Synonym" => new SynonymQuery(field, QueryForms.Terms(field, value)),
            "Prefix" => new PrefixQuery(new Term(field, value.GetString()!)),
            "Wildcard" => new WildcardQuery(new Term(field, value.GetString()!)),
            "Regexp" => new RegexpQuery(new Term(field, value.GetString()!)),
            "Fuzzy" => new FuzzyQuery(new Term(field, value.GetString()!), tree.GetProperty("edits").GetInt32(), tree.GetProperty("prefix").GetInt32()),
            "Range" => Range(field, value),
            "MatchAll" => new MatchAllQuery(),
            _ => throw new UnknownKindException(kind.Name),
        };
    }

    private static BooleanQuery Boolean(JsonElement clauses, int minimum) =>
        new([.. clauses.EnumerateArray().Select(clause => new BooleanClause(OfTree(clause[1]), QueryForms.OccurOf(clause[0].GetString()!)))], minimum);

    private static TermRangeQuery Range(string field, JsonElement range) =>
        new(field, range[0].GetString(), range[1].GetString(), range[2].GetBoolean(), range[3].GetBoolean());
}
