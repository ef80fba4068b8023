using Search.Articles.Querying;
using Search.Articles.Ranking;
using Search.Articles.Searching;
using Search.Engine.Search;
using Search.Engine.Search.Queries;

namespace Search.Articles.Results;

/// <summary>What a query matches on one snapshot: runs it, and something wider or with feedback where that is due.</summary>
/// <remarks>One thread. Disposing gives the memory of the matches back.</remarks>
internal sealed class SearchRun : IDisposable
{
    private const float FeedbackWeight = 1f;

    private readonly IndexSnapshot _snapshot;
    private readonly ArticleQuery _request;
    private readonly QueryFilters _filters;
    private readonly CancellationToken _cancellation;

    /// <param name="query">What <paramref name="request"/> asks for.</param>
    /// <param name="withFacets">Whether values are counted.</param>
    public SearchRun(IndexSnapshot snapshot, ArticleQuery request, ParsedQuery query, bool withFacets, CancellationToken cancellation)
    {
        _snapshot = snapshot;
        _request = request;
        _filters = QueryFilters.Create(request);
        _cancellation = cancellation;
        Profile = request.Ranking ?? RankingProfile.Default;
        Query = query;
        Matches = new ParagraphMatches(snapshot.Blocks);
        Facets = withFacets ? NewFacets() : null;
        if (SomeWords.OfQuestion(query, request.Mode) is { } question)
            Ask(question);
        Ranked = Run();
        if (Matches.Count == 0)
            Loosen();
        else if (query.Plain is { } plain)
            Follow(plain, $"{Matches.Count} {(Matches.Count == 1 ? "paragraph has" : "paragraphs have")} all the words.");
        Facets?.CountHits(Matches);
    }

    public RankingProfile Profile { get; }

    /// <summary>The query as it was run in the end, with notes of what became of it.</summary>
    public ParsedQuery Query { get; private set; }

    public RankedQuery Ranked { get; private set; }

    public ParagraphMatches Matches { get; }

    /// <summary>Ids of the paragraphs that stand before all others; null when order alone decides.</summary>
    public IReadOnlySet<int>? Leading { get; private set; }

    /// <summary>False when a limit left results out.</summary>
    public bool IsExact { get; private set; } = true;

    /// <summary>Null when nothing was to be counted.</summary>
    public FacetCounter? Facets { get; private set; }

    /// <summary>What to try instead; null when the query as it was asked matches something.</summary>
    public NoHitsAdvice? Advice { get; private set; }

    public void Dispose()
    {
        Matches.Dispose();
        Facets?.Dispose();
    }

    private void Loosen()
    {
        Advice = new AdviceFinder(_snapshot.Searcher, _request, Query, _filters, _cancellation).Find();
        if (new WiderSearch(_snapshot.Searcher, _snapshot.Blocks, _filters.All).Find(Query) is not { } wider)
            return;
        Ask(wider);
        Ranked = RunAgain();
        if (wider.IsOfAllWords)
            Follow(Query.Plain!, wider.Label);
    }

    // The few that have all the words lead; what has some of them follows.
    private void Follow(PlainWords plain, string label)
    {
        if (_request.Mode == QueryMode.Strict || !WiderSearch.IsFollowed(plain, Matches.ArticleCount))
            return;
        Leading = Matches.Docs.ToArray().ToHashSet();
        Ask(SomeWords.Create(plain, $"{label} What has some of them follows."));
        Ranked = RunAgain();
    }

    private void Ask(WiderQuery wider)
    {
        Query = Query with
        {
            Match = wider.Match,
            IsLoosened = true,
            Leaves = [.. wider.Parts.Select(part => part.Query)],
            Info = Query.Info with
            {
                Clauses = [.. wider.Parts.Select(part => part.Text)],
                Notes = [.. Query.Info.Notes.Where(note => note.Kind is not ("feedback" or "limit" or "fallback")), new QueryNote(wider.Kind, wider.Label)],
            },
        };
    }

    private FacetCounter NewFacets() => new(_snapshot, _request.Filters, _filters.Dimensions);

    private RankedQuery RunAgain()
    {
        Matches.Clear();
        if (Facets is not null)
        {
            Facets.Dispose();
            Facets = NewFacets();
        }
        return Run();
    }

    private RankedQuery Run()
    {
        var context = new RankingContext(Profile, Profile.Recency > 0 ? _snapshot.NewestSecond : null);
        var ranked = RankedQuery.Create(Query.Match, context, _filters.Always);
        if (_request.Feedback && Query.Leaves.Count > 0 && FeedbackWords.Find(_snapshot.Searcher, Filtered(ranked.Query), Query.Match, FeedbackWeight) is { } feedback)
        {
            ranked = RankedQuery.Create(Query.Match, context with { Feedback = feedback }, _filters.Always);
            AddNote("feedback", $"These words of the best results count as well: {string.Join(", ", feedback.Written)}.");
        }
        if (QueryBudget.NoteOf(Search(ranked)) is { } limit)
        {
            IsExact = false;
            AddNote(limit.Kind, limit.Text);
        }
        return ranked;
    }

    private PartialReason Search(RankedQuery ranked)
    {
        if (_filters.Dimensions.Count == 0)
            return _snapshot.Searcher.Search(ranked.Query, Matches, QueryBudget.Limits, _cancellation);
        return Facets is null
            ? _snapshot.Searcher.Search(Filtered(ranked.Query), Matches, QueryBudget.Limits, _cancellation)
            : _snapshot.Searcher.DrillSideways(ranked.Query, Facets.Sideways, Matches, QueryBudget.Limits, _cancellation);
    }

    private BooleanQuery Filtered(Query query) =>
        new([new BooleanClause(query, Occur.Must), .. _filters.Dimensions.Select(dimension => new BooleanClause(dimension.Filter, Occur.Filter))]);

    private void AddNote(string kind, string text) =>
        Query = Query with { Info = Query.Info with { Notes = [.. Query.Info.Notes, new QueryNote(kind, text)] } };
}
