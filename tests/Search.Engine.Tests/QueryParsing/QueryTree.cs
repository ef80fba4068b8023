using System.Globalization;
using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.QueryParsing;

/// <summary>Queries as the golden files spell their structure (column <c>tree</c>), without white space.</summary>
internal static class QueryTree
{
    /// <summary>The structure of a query.</summary>
    public static string Of(Query query) => query switch
    {
        TermQuery term => $"{{Term:{Quoted(term.Term.Text)},field:{term.Term.Field}}}",
        BooleanQuery boolean => $"{{Boolean:[{string.Join(',', boolean.Clauses.Select(Clause))}],msm:{boolean.MinimumShouldMatch}}}",
        PhraseQuery phrase => $"{{Phrase:[{string.Join(',', phrase.Terms.Select(term => $"[{Quoted(term.Term.Text)},{term.Position}]"))}],field:{phrase.Field},slop:{phrase.Slop}}}",
        MultiPhraseQuery phrase => $"{{MultiPhrase:[{string.Join(',', phrase.Places.Select(Place))}],field:{phrase.Field},slop:{phrase.Slop}}}",
        BoostQuery boost => string.Create(CultureInfo.InvariantCulture, $"{{Boost:{boost.Boost},q:{Of(boost.Query)}}}"),
        TermRangeQuery range => $"{{Range:[{Bound(range.Low?.Text)},{Bound(range.High?.Text)},{Flag(range.IncludeLow)},{Flag(range.IncludeHigh)}],field:{range.Field}}}",
        PrefixQuery prefix => $"{{Prefix:{Quoted(prefix.Prefix.Text)},field:{prefix.Field}}}",
        WildcardQuery wildcard => $"{{Wildcard:{Quoted(wildcard.Pattern.Text)},field:{wildcard.Field}}}",
        RegexpQuery regexp => $"{{Regexp:{Quoted(regexp.Expression.Text)},field:{regexp.Field}}}",
        FuzzyQuery fuzzy => Fuzzy(fuzzy),
        SynonymQuery synonym => $"{{Synonym:[{string.Join(',', synonym.Terms.Select(term => Quoted(term.Term.Text)))}],field:{synonym.Field}}}",
        MatchAllQuery => "{MatchAll:true}",
        _ => throw new NotSupportedException($"the golden files have no {query.GetType().Name}"),
    };

    /// <summary>The structure in a golden file.</summary>
    public static string Of(JsonElement tree) => tree.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', tree.EnumerateObject().Select(Property))}}}",
        JsonValueKind.Array => $"[{string.Join(',', tree.EnumerateArray().Select(Of))}]",
        JsonValueKind.String => Quoted(Infrastructure.Golden.Text(tree)),
        JsonValueKind.Number => tree.GetSingle().ToString(CultureInfo.InvariantCulture),
        _ => tree.GetRawText(),
    };

    private static string Property(JsonProperty property) =>
        $"{property.Name}:{(property.Name == "field" ? property.Value.GetString() : Of(property.Value))}";

    private static string Clause(BooleanClause clause) => $"[{Quoted(Occurrence(clause.Occur))},{Of(clause.Query)}]";

    private static string Occurrence(Occur occur) => occur switch
    {
        Occur.Must => "MUST",
        Occur.MustNot => "MUST_NOT",
        Occur.Filter => "FILTER",
        _ => "SHOULD",
    };

    private static string Place((IReadOnlyList<Term> Terms, int Position) place) =>
        $"[[{string.Join(',', place.Terms.Select(term => Quoted(term.Text)))}],{place.Position}]";

    private static string Fuzzy(FuzzyQuery fuzzy) =>
        $"{{Fuzzy:{Quoted(fuzzy.Term.Text)},field:{fuzzy.Field},edits:{fuzzy.MaxEdits},prefix:{fuzzy.PrefixLength}}}";

    private static string Bound(string? text) => text is null ? "null" : Quoted(text);

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Quoted(string text) => $"'{text}'";
}
