using System.Globalization;
using System.Text.Json;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Kinds that stand for many terms of the dictionary; null for others.</summary>
internal static class TermForms
{
    public static Query? Parse(string kind, JsonElement form)
    {
        JsonElement value = form.GetProperty(kind);
        RewriteMethod method = MethodOf(QueryForms.Text(form, "rewrite", kind == "fuzzy" ? "" : "constant_score"), form);
        return kind switch
        {
            "prefix" => new PrefixQuery(QueryForms.TermOf(value)) { Method = method },
            "wildcard" => new WildcardQuery(QueryForms.TermOf(value)) { Method = method },
            "regexp" => new RegexpQuery(QueryForms.TermOf(value)) { Method = method },
            "fuzzy" => Fuzzy(form, value, method),
            "term_range" => new TermRangeQuery(value[0].GetString()!, value[1].GetString(), value[2].GetString(), value[3].GetBoolean(), value[4].GetBoolean())
            {
                Method = method,
            },
            _ => null,
        };
    }

    private static FuzzyQuery Fuzzy(JsonElement form, JsonElement word, RewriteMethod method) => new(
        QueryForms.TermOf(word),
        QueryForms.Number(form, "maxEdits", FuzzyQuery.MaxSupportedEdits),
        QueryForms.Number(form, "prefixLength", 0),
        QueryForms.Number(form, "maxExpansions", FuzzyQuery.DefaultMaxExpansions),
        QueryForms.Flag(form, "transpositions", otherwise: true))
    {
        Method = method,
    };

    // A name, and behind a colon how many terms; similar terms are blended unless told otherwise.
    private static RewriteMethod MethodOf(string text, JsonElement form)
    {
        string[] parts = text.Split(':');
        int Size() => int.Parse(parts[1], CultureInfo.InvariantCulture);
        return parts[0] switch
        {
            "" => RewriteMethod.TopTermsBlended(QueryForms.Number(form, "maxExpansions", FuzzyQuery.DefaultMaxExpansions)),
            "constant_score" => RewriteMethod.ConstantScore,
            "scoring_boolean" => RewriteMethod.ScoringBoolean,
            "constant_score_boolean" => RewriteMethod.ConstantScoreBoolean,
            "top_terms" => RewriteMethod.TopTerms(Size()),
            "top_terms_boost" => RewriteMethod.TopTermsBoostOnly(Size()),
            "top_terms_blended" => RewriteMethod.TopTermsBlended(Size()),
            _ => throw new UnknownKindException($"rewrite {text}"),
        };
    }
}
