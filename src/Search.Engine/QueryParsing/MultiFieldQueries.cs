using Search.Engine.Search.Queries;

namespace Search.Engine.QueryParsing;

/// <summary>Leaves without a field of their own are looked for in each of several fields; boosts of fields go to words and phrases only.</summary>
/// <remarks>Source: search semantics notes, section 4.6. As in Lucene, the slop of a phrase is lost in a field that has a boost.</remarks>
internal sealed class MultiFieldQueries(
    LeafQueries inner,
    IReadOnlyList<string> fields,
    IReadOnlyDictionary<string, float> boosts,
    QueryParserOptions options) : LeafQueries
{
    public override Query? Words(string? field, string text)
    {
        if (field is not null)
            return inner.Words(field, text);
        List<(string Field, Query Query)> found = InFields(name => inner.Words(name, text));
        var words = 1;
        foreach ((_, Query query) in found)
            words = Math.Max(words, query is BooleanQuery boolean ? boolean.Clauses.Count : 1);

        // Word by word, each over the fields.
        var clauses = new List<BooleanClause>();
        for (var word = 0; word < words; word++)
        {
            List<BooleanClause> alternatives = AlternativesOf(found, word);
            if (words == 1)
                return Combined(alternatives);
            if (alternatives.Count > 0)
                clauses.Add(new BooleanClause(new BooleanQuery(alternatives), options.DefaultOccur));
        }
        return Combined(clauses);
    }

    public override Query? Phrase(string? field, string text, int slop)
    {
        if (field is not null)
            return inner.Phrase(field, text, slop);
        return Combined([.. InFields(name => inner.Phrase(name, text, boosts.ContainsKey(name) ? options.PhraseSlop : slop))
            .Select(found => Optional(Boosted(found.Field, found.Query)))]);
    }

    public override Query Prefix(string? field, string prefix) =>
        field is null ? Spread(name => inner.Prefix(name, prefix)) : inner.Prefix(field, prefix);

    public override Query Wildcard(string? field, string pattern) =>
        field is null ? Spread(name => inner.Wildcard(name, pattern)) : inner.Wildcard(field, pattern);

    public override Query Regexp(string? field, string expression) =>
        field is null ? Spread(name => inner.Regexp(name, expression)) : inner.Regexp(field, expression);

    public override Query Fuzzy(string? field, string text, float similarity) =>
        field is null ? Spread(name => inner.Fuzzy(name, text, similarity)) : inner.Fuzzy(field, text, similarity);

    public override Query Range(string? field, string? low, string? high, bool includeLow, bool includeHigh) => field is null
        ? Spread(name => inner.Range(name, low, high, includeLow, includeHigh))
        : inner.Range(field, low, high, includeLow, includeHigh);

    private static BooleanClause Optional(Query query) => new(query, Occur.Should);

    private static BooleanQuery? Combined(List<BooleanClause> clauses) => clauses.Count == 0 ? null : new BooleanQuery(clauses);

    private BooleanQuery Spread(Func<string, Query> make) => new([.. fields.Select(name => Optional(make(name)))]);

    private List<(string Field, Query Query)> InFields(Func<string, Query?> make)
    {
        var found = new List<(string, Query)>();
        foreach (string name in fields)
        {
            if (make(name) is { } query)
                found.Add((name, query));
        }
        return found;
    }

    // The n-th word in every field that has so many.
    private List<BooleanClause> AlternativesOf(List<(string Field, Query Query)> found, int word)
    {
        var alternatives = new List<BooleanClause>();
        foreach ((string name, Query query) in found)
        {
            Query? alternative = query is not BooleanQuery boolean ? (word == 0 ? query : null)
                : word < boolean.Clauses.Count ? boolean.Clauses[word].Query
                : null;
            if (alternative is not null)
                alternatives.Add(Optional(Boosted(name, alternative)));
        }
        return alternatives;
    }

    private Query Boosted(string field, Query query) => boosts.TryGetValue(field, out float boost) ? new BoostQuery(query, boost) : query;
}
