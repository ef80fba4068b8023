using System.Text;
using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.QueryParsing;

/// <summary>Leaves in one field.</summary>
/// <remarks>Source: search semantics notes, sections 4.4 and 4.6.</remarks>
internal sealed class SingleFieldQueries(string defaultField, Analyzer analyzer, QueryParserOptions options) : LeafQueries
{
    private readonly TokenQueryBuilder _words = new(analyzer, options);
    private readonly TokenQueryBuilder _quoted = new(options.QuotedAnalyzer ?? analyzer, options);

    public override Query? Words(string? field, string text) =>
        _words.Build(field ?? defaultField, text, asPhrase: options.AutoGeneratePhraseQueries, options.PhraseSlop);

    public override Query? Phrase(string? field, string text, int slop) =>
        _quoted.Build(field ?? defaultField, text, asPhrase: true, slop);

    public override Query Prefix(string? field, string prefix) => new PrefixQuery(NormalTerm(field, prefix));

    public override Query Wildcard(string? field, string pattern)
    {
        string name = field ?? defaultField;
        return new WildcardQuery(new Term(name, NormalPattern(name, pattern)));
    }

    public override Query Regexp(string? field, string expression) => new RegexpQuery(NormalTerm(field, expression));

    public override Query Fuzzy(string? field, string text, float similarity)
    {
        Term term = NormalTerm(field, text);
        return new FuzzyQuery(term, EditsOf(similarity, CodePoints.Count(term.Bytes)), options.FuzzyPrefixLength);
    }

    public override Query Range(string? field, string? low, string? high, bool includeLow, bool includeHigh)
    {
        string name = field ?? defaultField;
        return new TermRangeQuery(
            name,
            low is null ? null : NormalTerm(name, low),
            high is null ? null : NormalTerm(name, high),
            includeLow,
            includeHigh);
    }

    // From 1 up the number of edits, below 1 the part of the word that must stay.
    private static int EditsOf(float similarity, int length) => similarity switch
    {
        >= 1f => (int)Math.Min(similarity, QueryParserOptions.MaxFuzzyEdits),
        0f => 0,
        _ => Math.Min((int)((1.0 - similarity) * length), QueryParserOptions.MaxFuzzyEdits),
    };

    private Term NormalTerm(string? field, string text)
    {
        string name = field ?? defaultField;
        return new Term(name, analyzer.Normalize(name, text));
    }

    // What stands between wildcards and escaped characters is normalised piece by piece; these stay as they are.
    private string NormalPattern(string field, string pattern)
    {
        var normal = new StringBuilder(pattern.Length);
        var start = 0;
        while (start < pattern.Length)
        {
            int length = pattern.AsSpan(start).IndexOfAny('*', '?', '\\');
            if (length < 0)
                length = pattern.Length - start;
            if (length > 0)
                normal.Append(analyzer.Normalize(field, pattern.Substring(start, length)));
            start += length;
            if (start == pattern.Length)
                break;
            int kept = pattern[start] == '\\' ? Math.Min(2, pattern.Length - start) : 1;
            normal.Append(pattern, start, kept);
            start += kept;
        }
        return normal.ToString();
    }
}
