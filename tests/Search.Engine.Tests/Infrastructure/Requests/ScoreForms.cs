using System.Text.Json;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Values;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Kinds that change how matches are scored, and kinds that look into columns; null for others.</summary>
internal static class ScoreForms
{
    public static Query? Parse(string kind, JsonElement form)
    {
        JsonElement value = form.GetProperty(kind);
        return kind switch
        {
            "function_score_replace_by_field" => new FunctionScoreQuery(Inner(form), ValueSource.Doubles(value.GetString()!)),
            "function_score_multiply_by_field" => FunctionScoreQuery.BoostByValue(Inner(form), ValueSource.Doubles(value.GetString()!)),
            "function_score_boost_by_query" => FunctionScoreQuery.BoostByQuery(Inner(form), QueryForms.Parse(form.GetProperty("boostQuery")), value.GetSingle()),
            "function_score" => new FunctionScoreQuery(Inner(form), ValueForms.Parse(value)),
            "function_boost" => FunctionScoreQuery.BoostByValue(Inner(form), ValueForms.Parse(value)),
            "boosting" => new BoostingQuery(Inner(form), QueryForms.Parse(form.GetProperty("negative")), value.GetSingle()),
            "bm25f" => new CombinedFieldsQuery([.. form.GetProperty("fields").EnumerateArray().Select(field => (field[0].GetString()!, field[1].GetSingle()))], Texts(value)),
            "covering" => new CoveringQuery(QueryForms.ParseAll(value), ValueForms.Parse(form.GetProperty("minimum"))),
            "terms_set" => CoveringQuery.OfTerms(value[0].GetString()!, Texts(value).Skip(1), ValueForms.Parse(form.GetProperty("minimum"))),
            _ => Points(kind, value) ?? Columns(kind, value),
        };
    }

    private static Query? Points(string kind, JsonElement value) => kind switch
    {
        "int_set" => PointSetQuery.Int32(value[0].GetString()!, [.. Rest(value).Select(number => number.GetInt32())]),
        "long_set" => PointSetQuery.Int64(value[0].GetString()!, [.. Rest(value).Select(number => number.GetInt64())]),
        "float_set" => PointSetQuery.Single(value[0].GetString()!, [.. Rest(value).Select(number => number.GetSingle())]),
        "double_box" => PointRangeQuery.Double(value[0].GetString()!, Numbers(value[1]), Numbers(value[2])),
        "double_set" => PointSetQuery.Double(value[0].GetString()!, [.. Rest(value).Select(number => number.GetDouble())]),
        _ => null,
    };

    private static Query? Columns(string kind, JsonElement value) => kind switch
    {
        "column_range" => new ColumnRangeQuery(value[0].GetString()!, value[1].GetInt64(), value[2].GetInt64()),
        "column_numbers" => new ColumnNumbersQuery(value[0].GetString()!, [.. Rest(value).Select(number => number.GetInt64())]),
        "column_text_range" => new ColumnTextRangeQuery(value[0].GetString()!, value[1].GetString(), value[2].GetString(), value[3].GetBoolean(), value[4].GetBoolean()),
        "column_terms" => new ColumnTermsQuery(value[0].GetString()!, [.. Texts(value).Skip(1)]),
        _ => null,
    };

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];

    private static Query Inner(JsonElement form) => QueryForms.Parse(form.GetProperty("query"));

    private static IEnumerable<JsonElement> Rest(JsonElement list) => list.EnumerateArray().Skip(1);

    private static IReadOnlyList<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];
}
