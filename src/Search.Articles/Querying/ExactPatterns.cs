using Search.Articles.Schema;
using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying;

/// <summary>Makes patterns in text fields ask for exact forms: <c>visit*</c> means words as they are written, not stems.</summary>
internal static class ExactPatterns
{
    public static Query In(Query query) => query switch
    {
        BooleanQuery boolean => new BooleanQuery(
            [.. boolean.Clauses.Select(clause => new BooleanClause(In(clause.Query), clause.Occur))], boolean.MinimumShouldMatch),
        BoostQuery boost => new BoostQuery(In(boost.Query), boost.Boost),
        PrefixQuery prefix when IsText(prefix.Prefix.Field) => new PrefixQuery(Exact(prefix.Prefix)),
        WildcardQuery wildcard when IsText(wildcard.Pattern.Field) => new WildcardQuery(Exact(wildcard.Pattern)),
        TermRangeQuery range when IsText(range.Field) => InRange(range),
        _ => query,
    };

    // An open end stays within the exact forms: they stand together behind their marker.
    private static TermRangeQuery InRange(TermRangeQuery range) => new(
        range.Field,
        Exact(range.Low ?? new Term(range.Field, "")),
        range.High is null ? new Term(range.Field, $"{(char)(ExactAndStemFilter.ExactMarker + 1)}") : Exact(range.High),
        range.IncludeLow,
        range.IncludeHigh);

    private static bool IsText(string name) => ArticleAnalysis.TextFields.Contains(name, StringComparer.Ordinal);

    private static Term Exact(Term term) => new(term.Field, ExactAndStemFilter.ExactMarker + term.Text);
}
