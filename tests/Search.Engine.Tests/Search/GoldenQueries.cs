using System.Globalization;
using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Search;

/// <summary>Builds the queries that golden files describe as trees.</summary>
internal static class GoldenQueries
{
    /// <summary>Kinds that this engine does not have yet are refused with this.</summary>
    public sealed class UnsupportedKindException(string kind) : Exception($"no query kind {kind}");

    /// <summary>The <c>tree</c> of a parsed query.</summary>
    public static Query OfTree(JsonElement tree)
    {
        JsonProperty kind = tree.EnumerateObject().First();
        JsonElement value = kind.Value;
        string field = tree.TryGetProperty("field", out JsonElement name) ? name.GetString()! : "";
        return kind.Name switch
        {
            "Term" => new TermQuery(new Term(field, value.GetString()!)),
            "Boolean" => Boolean(value, tree.GetProperty("msm").GetInt32(), OfTree),
            "Boost" => new BoostQuery(OfTree(tree.GetProperty("q")), value.GetSingle()),
            "Phrase" => new PhraseQuery(field, [.. value.EnumerateArray().Select(term => (new Term(field, term[0].GetString()!), term[1].GetInt32()))], tree.GetProperty("slop").GetInt32()),
            "MultiPhrase" => new MultiPhraseQuery(field, [.. value.EnumerateArray().Select(place => (Terms(field, place[0]), place[1].GetInt32()))], tree.GetProperty("slop").GetInt32()),
            "Synonym" => new SynonymQuery(field, Terms(field, value)),
            "Prefix" => new PrefixQuery(new Term(field, value.GetString()!)),
            "Wildcard" => new WildcardQuery(new Term(field, value.GetString()!)),
            "Range" => Range(field, value),
            "MatchAll" => new MatchAllQuery(),
            _ => throw new UnsupportedKindException(kind.Name),
        };
    }

    /// <summary>The <c>query</c> of <c>queries-programmatic.json</c>.</summary>
    public static Query OfProgram(JsonElement program)
    {
        JsonProperty kind = program.EnumerateObject().First();
        JsonElement value = kind.Value;
        if (program.TryGetProperty("rewrite", out JsonElement rewrite) && rewrite.GetString() != "constant_score")
            throw new UnsupportedKindException($"{kind.Name} with rewrite {rewrite.GetString()}");
        return kind.Name switch
        {
            "term" => new TermQuery(TermOf(value)),
            "bool" => Boolean(value, program.GetProperty("minShouldMatch").GetInt32(), OfProgram),
            "dismax" => new DisjunctionMaxQuery([.. value.EnumerateArray().Select(OfProgram)], program.GetProperty("tie").GetSingle()),
            "boost" => new BoostQuery(OfProgram(program.GetProperty("query")), value.GetSingle()),
            "constant" => new ConstantScoreQuery(OfProgram(value)),
            "matchall" => new MatchAllQuery(),
            "matchnone" => new MatchNoneQuery(),
            "phrase" => Phrase(program, value),
            "multiphrase" => MultiPhrase(program, value),
            "synonym" => Synonym(program.GetProperty("field").GetString()!, value),
            "prefix" => new PrefixQuery(TermOf(value)),
            "wildcard" => new WildcardQuery(TermOf(value)),
            "term_range" => new TermRangeQuery(value[0].GetString()!, value[1].GetString(), value[2].GetString(), value[3].GetBoolean(), value[4].GetBoolean()),
            "terms_in_set" => new TermInSetQuery(value[0].GetString()!, [.. value.EnumerateArray().Skip(1).Select(text => text.GetString()!)]),
            "int_range" => PointRangeQuery.Int32(value[0].GetString()!, value[1].GetInt32(), value[2].GetInt32()),
            "int_exact" => PointRangeQuery.Int32(value[0].GetString()!, value[1].GetInt32(), value[1].GetInt32()),
            "double_range" => PointRangeQuery.Double(value[0].GetString()!, value[1].GetDouble(), value[2].GetDouble()),
            "norms_field_exists" or "docvalues_field_exists" => new FieldExistsQuery(value.GetString()!),
            "classic" when value.GetString() == "+rain +wind" => Both("rain", "wind"),
            _ => throw new UnsupportedKindException(kind.Name),
        };
    }

    private static BooleanQuery Both(params string[] words) =>
        new([.. words.Select(word => new BooleanClause(new TermQuery(new Term("body", word)), Occur.Must))]);

    private static BooleanQuery Boolean(JsonElement clauses, int minimum, Func<JsonElement, Query> build) =>
        new([.. clauses.EnumerateArray().Select(clause => new BooleanClause(build(clause[1]), OccurOf(clause[0].GetString()!)))], minimum);

    private static Occur OccurOf(string name) => name switch
    {
        "MUST" => Occur.Must,
        "FILTER" => Occur.Filter,
        "MUST_NOT" => Occur.MustNot,
        _ => Occur.Should,
    };

    private static PhraseQuery Phrase(JsonElement program, JsonElement terms)
    {
        string field = program.GetProperty("field").GetString()!;
        return new PhraseQuery(field, Places(terms).Select(place => (new Term(field, place.Text), place.Position)).ToList(), program.GetProperty("slop").GetInt32());
    }

    /// <summary>Words with the positions that follow an at sign, or else the next one.</summary>
    public static IEnumerable<(string Text, int Position)> Places(JsonElement terms)
    {
        int position = -1;
        foreach (JsonElement term in terms.EnumerateArray())
        {
            string[] parts = term.GetString()!.Split('@');
            position = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : position + 1;
            yield return (parts[0], position);
        }
    }

    private static MultiPhraseQuery MultiPhrase(JsonElement program, JsonElement places)
    {
        string field = program.GetProperty("field").GetString()!;
        return new MultiPhraseQuery(field, [.. places.EnumerateArray().Select((place, i) => (Terms(field, place), i))], program.GetProperty("slop").GetInt32());
    }

    private static SynonymQuery Synonym(string field, JsonElement terms) =>
        new(field, [.. terms.EnumerateArray().Select(term => (new Term(field, term[0].GetString()!), term[1].GetSingle()))]);

    private static TermRangeQuery Range(string field, JsonElement range) =>
        new(field, range[0].GetString(), range[1].GetString(), range[2].GetBoolean(), range[3].GetBoolean());

    private static IReadOnlyList<Term> Terms(string field, JsonElement texts) =>
        [.. texts.EnumerateArray().Select(text => new Term(field, text.GetString()!))];

    private static Term TermOf(JsonElement pair) => new(pair[0].GetString()!, pair[1].GetString()!);
}
