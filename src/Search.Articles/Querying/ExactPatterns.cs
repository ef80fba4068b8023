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
        RegexpQuery regexp when IsText(regexp.Field) => new RegexpQuery(Exact(regexp.Expression.Text, regexp.Field)),
        FuzzyQuery fuzzy when IsText(fuzzy.Field) => InFuzzy(fuzzy),
        TermRangeQuery range when IsText(range.Field) => InRange(range),
        _ => query,
    };

    /// <summary>The expression as it was typed.</summary>
    public static string ExpressionOf(RegexpQuery regexp)
    {
        string expression = regexp.Expression.Text;
        return expression.StartsWith(ExactAndStemFilter.ExactMarker) ? expression[2..^1] : expression;
    }

    // The marker stands before the whole expression, whatever alternatives it has.
    private static Term Exact(string expression, string field) => new(field, $"{ExactAndStemFilter.ExactMarker}({expression})");

    // The marker must agree, so that words are compared with words.
    private static FuzzyQuery InFuzzy(FuzzyQuery fuzzy) =>
        new(Exact(fuzzy.Term), fuzzy.MaxEdits, fuzzy.PrefixLength + 1, fuzzy.MaxExpansions, fuzzy.Transpositions);

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
