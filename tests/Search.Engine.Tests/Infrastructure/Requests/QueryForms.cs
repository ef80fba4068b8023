using System.Globalization;
using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.AgainstLucene;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Queries as JSON trees, in the dialect of the golden vectors: an object whose first key is the kind.</summary>
/// <remarks>The twin of the oracle's <c>QueryForms.java</c>: kinds of a group stand in a file of their own on both sides.</remarks>
internal static class QueryForms
{
    /// <summary>The query of a tree.</summary>
    /// <exception cref="UnknownKindException">Nobody knows the kind.</exception>
    public static Query Parse(JsonElement form)
    {
        string kind = form.EnumerateObject().First().Name;
        return Basic(kind, form) ?? TermForms.Parse(kind, form) ?? IntervalForms.Parse(kind, form) ?? ScoreForms.Parse(kind, form)
            ?? JoinForms.Parse(kind, form) ?? throw new UnknownKindException(kind);
    }

    /// <summary>The query of a tree as text.</summary>
    public static Query Parse(string form)
    {
        using JsonDocument document = JsonDocument.Parse(form);
        return Parse(document.RootElement);
    }

    /// <summary>The queries of a list.</summary>
    public static IReadOnlyList<Query> ParseAll(JsonElement forms) => [.. forms.EnumerateArray().Select(Parse)];

    /// <summary>Field and text.</summary>
    public static Term TermOf(JsonElement pair) => new(pair[0].GetString()!, pair[1].GetString()!);

    /// <summary>The texts as terms of a field.</summary>
    public static IReadOnlyList<Term> Terms(string field, JsonElement texts) =>
        [.. texts.EnumerateArray().Select(text => new Term(field, text.GetString()!))];

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

    /// <summary>A text of the form, or what stands for it.</summary>
    public static string Text(JsonElement form, string key, string otherwise) =>
        form.TryGetProperty(key, out JsonElement value) ? value.GetString()! : otherwise;

    /// <summary>A number of the form, or what stands for it.</summary>
    public static int Number(JsonElement form, string key, int otherwise) =>
        form.TryGetProperty(key, out JsonElement value) ? value.GetInt32() : otherwise;

    /// <summary>A number of the form, or what stands for it.</summary>
    public static float Real(JsonElement form, string key, float otherwise) =>
        form.TryGetProperty(key, out JsonElement value) ? value.GetSingle() : otherwise;

    /// <summary>Yes or no, or what stands for it.</summary>
    public static bool Flag(JsonElement form, string key, bool otherwise) =>
        form.TryGetProperty(key, out JsonElement value) ? value.GetBoolean() : otherwise;

    /// <summary>Lucene's names of the roles of a clause.</summary>
    public static Occur OccurOf(string name) => name switch
    {
        "MUST" => Occur.Must,
        "FILTER" => Occur.Filter,
        "MUST_NOT" => Occur.MustNot,
        _ => Occur.Should,
    };

    private static Query? Basic(string kind, JsonElement form)
    {
        JsonElement value = form.GetProperty(kind);
        return kind switch
        {
            "classic" => new QueryLine("", value.GetString()!).ToQuery(ParagraphIndexer.Analyzer, Text(form, "field", "body")),
            "term" => new TermQuery(TermOf(value)),
            "bool" => Boolean(value, Number(form, "minShouldMatch", 0)),
            "dismax" => new DisjunctionMaxQuery(ParseAll(value), Real(form, "tie", 0f)),
            "boost" => new BoostQuery(Parse(form.GetProperty("query")), value.GetSingle()),
            "constant" => new ConstantScoreQuery(Parse(value)),
            "matchall" => new MatchAllQuery(),
            "matchnone" => new MatchNoneQuery(),
            "phrase" => Phrase(form, value),
            "multiphrase" => MultiPhrase(form, value),
            "synonym" => Synonym(Text(form, "field", "body"), value),
            "terms_in_set" => new TermInSetQuery(value[0].GetString()!, [.. value.EnumerateArray().Skip(1).Select(text => text.GetString()!)]),
            "int_range" => PointRangeQuery.Int32(value[0].GetString()!, value[1].GetInt32(), value[2].GetInt32()),
            "int_exact" => PointRangeQuery.Int32(value[0].GetString()!, value[1].GetInt32(), value[1].GetInt32()),
            "long_range" => PointRangeQuery.Int64(value[0].GetString()!, value[1].GetInt64(), value[2].GetInt64()),
            "double_range" => PointRangeQuery.Double(value[0].GetString()!, value[1].GetDouble(), value[2].GetDouble()),
            "point_box" => PointRangeQuery.Packed(value[0].GetString()!, Packed(value[2]), Packed(value[3]), value[1].GetInt32()),
            "norms_field_exists" or "docvalues_field_exists" => new FieldExistsQuery(value.GetString()!),
            _ => null,
        };
    }

    private static byte[] Packed(JsonElement hex) => Convert.FromHexString(hex.GetString()!);

    private static BooleanQuery Boolean(JsonElement clauses, int minimum) =>
        new([.. clauses.EnumerateArray().Select(clause => new BooleanClause(Parse(clause[1]), OccurOf(clause[0].GetString()!)))], minimum);

    private static PhraseQuery Phrase(JsonElement form, JsonElement words)
    {
        string field = Text(form, "field", "body");
        return new PhraseQuery(field, [.. Places(words).Select(place => (new Term(field, place.Text), place.Position))], Number(form, "slop", 0));
    }

    private static MultiPhraseQuery MultiPhrase(JsonElement form, JsonElement places)
    {
        string field = Text(form, "field", "body");
        return new MultiPhraseQuery(field, [.. places.EnumerateArray().Select((place, i) => (Terms(field, place), i))], Number(form, "slop", 0));
    }

    private static SynonymQuery Synonym(string field, JsonElement terms) =>
        new(field, [.. terms.EnumerateArray().Select(term => (new Term(field, term[0].GetString()!), term[1].GetSingle()))]);
}
