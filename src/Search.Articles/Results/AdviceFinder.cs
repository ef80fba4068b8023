using Search.Articles.Querying;
using Search.Articles.Ranking;
using Search.Articles.Searching;
using Search.Engine.Search;
using Search.Engine.Search.Queries;

namespace Search.Articles.Results;

/// <summary>Finds out what somebody can do whose query matches nothing.</summary>
internal sealed class AdviceFinder(IndexSearcher searcher, ArticleQuery request, ParsedQuery query, QueryFilters filters, CancellationToken cancellation)
{
    private const int MaxWords = 32;
    private const int MaxWider = 5;
    private const int MaxSpelling = 3;

    public NoHitsAdvice Find() => new(Words(), Wider(), new LongestPart(searcher, filters, cancellation).Find(request.Text), Spelling());

    private AdvisedQuery[] Words() =>
    [
        .. query.Leaves.Zip(query.Info.Clauses).Take(MaxWords)
            .Select(part => new AdvisedQuery(part.Second, part.Second, Count(part.First))),
    ];

    // Without the filters, without the quotes, and without each of the parts; what leaves more of the query stands first.
    private List<AdvisedQuery> Wider()
    {
        var wider = new List<AdvisedQuery>();
        if (request.Filters.Count > 0 || request.From is not null || request.Until is not null)
            wider.Add(new AdvisedQuery(request.Text, "the same query without the filters", CountEverywhere(query.Match), WithoutFilters: true));
        if (query.Plain is { Quotes.Count: > 0 } plain)
            wider.Add(Typed(string.Join(' ', plain.Unquoted(plain.Quotes.Count).Parts.Select(part => part.Text)), "the words without the quotes"));
        if (query.Match is BooleanQuery all && all.Clauses.Count <= MaxWords && all.Clauses.All(clause => clause.Occur == Occur.Must && query.Leaves.Contains(clause.Query)))
        {
            string[] parts = [.. all.Clauses.Select(clause => query.Info.Clauses[query.ClauseOf(clause.Query)])];
            wider.AddRange(parts.Select((part, left) => Typed(string.Join(' ', parts.Where((_, i) => i != left)), $"without {part}"))
                .OrderBy(advised => advised.Paragraphs));
        }
        return [.. wider.Where(advised => advised.Paragraphs > 0).Take(MaxWider)];
    }

    private IReadOnlyList<AdvisedQuery> Spelling() =>
        [.. SpellingOffers.Find(searcher.Reader, query, request.Text).Select(text => Typed(text, text)).Where(advised => advised.Paragraphs > 0).Take(MaxSpelling)];

    // What is counted is what typing the text would find.
    private AdvisedQuery Typed(string text, string label)
    {
        ParsedQuery typed = ArticleQueryParser.Parse(text, QueryMode.Lenient);
        return new AdvisedQuery(text, label, Count(SomeWords.OfQuestion(typed, QueryMode.Lenient)?.Match ?? typed.Match));
    }

    private long Count(Query part)
    {
        cancellation.ThrowIfCancellationRequested();
        return searcher.Count(new BooleanQuery([new BooleanClause(part, Occur.Must), .. filters.All.Select(filter => new BooleanClause(filter, Occur.Filter))]));
    }

    private long CountEverywhere(Query part) =>
        searcher.Count(new BooleanQuery([new BooleanClause(part, Occur.Must), new BooleanClause(filters.Always[0], Occur.Filter)]));
}
