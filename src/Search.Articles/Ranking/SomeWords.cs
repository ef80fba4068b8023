using Search.Articles.Querying;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>Asks for some of the words of a query, ranked so that what has the most of them, and the rarest, comes first.</summary>
/// <remarks>Words that only join others are neither asked for nor marked, unless there are no others. What stands in quotes stays required.</remarks>
internal static class SomeWords
{
    // In so long a text, quotation marks are part of the prose.
    private const int LongestWithQuotes = 10;

    /// <summary>What a question asks for; null when the query is none.</summary>
    public static WiderQuery? OfQuestion(ParsedQuery query, QueryMode mode)
    {
        if (mode == QueryMode.Strict || query.Plain is not { IsQuestion: true } plain)
            return null;
        bool isPasted = plain.Words.Count > LongestWithQuotes;
        string quotes = plain.Quotes.Count == 0 ? "" : isPasted ? " In so long a text, quotation marks were taken as punctuation." : " What stands in quotes is required.";
        string label = $"So many words are read as a question: the results have some of them; those with the most, and the rarest, come first.{quotes} AND between words requires them.";
        return Create(isPasted ? plain.Unquoted(plain.Quotes.Count) : plain, label) with { Kind = "question" };
    }

    /// <summary>Some of the words, and all quotes.</summary>
    public static WiderQuery Create(PlainWords plain, string label) => new(Some(plain), Parts(plain), "fallback", label);

    /// <summary>All quotes, each in the paragraph or in the headline of its article, and some of the words.</summary>
    public static WiderQuery InHeadlines(PlainWords plain, string label)
    {
        List<BooleanClause> clauses = [.. plain.Quotes.Select(quote => new BooleanClause(InTextOrHeadline(quote.Query), Occur.Must))];
        clauses.Add(plain.Words.Count > 0 ? new BooleanClause(Words(plain), Occur.Must) : new BooleanClause(TextOrFirst(plain), Occur.Filter));
        IEnumerable<QueryPart> headlines = plain.Quotes.Select(quote => quote with { Query = InHeadline(quote.Query) ?? quote.Query });
        return new WiderQuery(new BooleanQuery(clauses), [.. Parts(plain).Concat(headlines).DistinctBy(part => part.Query)], "fallback", label);
    }

    /// <summary>The query so that each of its words, and each of its quotes, makes marks by itself.</summary>
    public static ParsedQuery Marked(ParsedQuery query, PlainWords plain)
    {
        if (!plain.IsQuestion)
            return query with { Match = new BooleanQuery([.. query.Leaves.Select(leaf => new BooleanClause(leaf, Occur.Should))]) };
        IReadOnlyList<QueryPart> parts = Parts(plain);
        return query with
        {
            Match = new BooleanQuery([.. parts.Select(part => new BooleanClause(part.Query, Occur.Should))]),
            Leaves = [.. parts.Select(part => part.Query)],
            Info = query.Info with { Clauses = [.. parts.Select(part => part.Text)] },
        };
    }

    private static BooleanQuery Some(PlainWords plain) => plain.Quotes.Count == 0
        ? Words(plain)
        : new BooleanQuery([.. plain.Quotes.Select(quote => new BooleanClause(quote.Query, Occur.Must)), new BooleanClause(Words(plain), Occur.Must)]);

    private static BooleanQuery Words(PlainWords plain) => AnyOf(Telling(plain).Select(word => word.Query));

    private static BooleanQuery AnyOf(IEnumerable<Query> queries) => new([.. queries.Select(query => new BooleanClause(query, Occur.Should))]);

    private static Query InTextOrHeadline(Query quote) =>
        InHeadline(quote) is { } inHeadline ? AnyOf([quote, inHeadline]) : quote;

    private static Query? InHeadline(Query quote) => FieldRetargeting.Retarget([(quote, 1f)], ArticleFields.Headline);

    // A headline by itself stands over the whole article: its first paragraph shows it.
    private static BooleanQuery TextOrFirst(PlainWords plain) =>
        AnyOf(plain.Quotes.Select(quote => quote.Query).Append(new ColumnRangeQuery(ArticleFields.Ordinal, 0, 0)));

    private static IReadOnlyList<QueryPart> Parts(PlainWords plain) => [.. Telling(plain).Concat(plain.Quotes).DistinctBy(part => part.Query)];

    private static IReadOnlyList<QueryPart> Telling(PlainWords plain)
    {
        QueryPart[] telling = [.. plain.Parts.Where(part => !FunctionWords.IsOne(part.Query))];
        return telling.Length > 0 ? telling : plain.Parts;
    }
}
