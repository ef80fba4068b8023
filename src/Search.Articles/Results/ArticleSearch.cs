using System.Diagnostics;
using Search.Articles.Querying;
using Search.Articles.Ranking;
using Search.Articles.Searching;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Queries;

namespace Search.Articles.Results;

/// <summary>Answers one search on one snapshot.</summary>
/// <remarks>One thread, one query.</remarks>
internal sealed class ArticleSearch
{
    private const float FeedbackWeight = 1f;

    private readonly IndexSnapshot _snapshot;
    private readonly ArticleQuery _request;
    private readonly RankingProfile _profile;
    private ParsedQuery _query;
    private readonly RankedQuery _ranked;
    private readonly ParagraphMatches _matches;
    private readonly FacetCounter _facets;
    private readonly NoHitsAdvice? _advice;
    private readonly ParagraphReader _paragraphs;
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <exception cref="QueryException">The query is broken (strict mode), or asks for too much.</exception>
    public ArticleSearch(IndexSnapshot snapshot, ArticleQuery request, CancellationToken cancellation)
        : this(snapshot, request, ArticleQueryParser.Parse(request.Text, request.Mode), cancellation)
    {
    }

    /// <param name="query">What <paramref name="request"/> asks for.</param>
    public ArticleSearch(IndexSnapshot snapshot, ArticleQuery request, ParsedQuery query, CancellationToken cancellation)
    {
        RequestBounds.Check(request);
        _snapshot = snapshot;
        _request = request;
        _profile = request.Ranking ?? RankingProfile.Default;
        _query = query;
        var filters = QueryFilters.Create(request);
        (_ranked, _matches, _facets) = Run(filters, cancellation);
        if (_matches.Docs.Count == 0)
        {
            _advice = new AdviceFinder(snapshot.Searcher, request, _query, filters, cancellation).Find();
            if (WiderSearch.Find(snapshot.Searcher, _query, filters.All) is { } wider)
            {
                _query = WithNote(_query with { Match = wider.Match }, "fallback", wider.Label);
                (_ranked, _matches, _facets) = Run(filters, cancellation);
            }
        }
        _paragraphs = new ParagraphReader(snapshot.Reader, _query, snapshot.Searcher.MatchesOf(_query.Match), request.SnippetsPerParagraph);
    }

    public SearchAnswer ToArticles()
    {
        int offset = PageCursor.OffsetOf(_request.Cursor, _snapshot.Generation);
        IReadOnlyList<RankedArticle> ranked = ArticleFolding.Fold(
            ArticleRanking.Rank(_matches, _request.Sort, _profile.OtherParagraphs), _snapshot, _matches, _request.Fold);
        return new SearchAnswer
        {
            Query = _query.Info,
            Total = Totals(),
            Generation = _snapshot.Generation,
            Articles = [.. ranked.Skip(offset).Take(_request.Limit).Select(ToHit)],
            Facets = _facets.Groups(),
            Histogram = _facets.Bars(),
            Advice = _advice,
            Next = Next(offset, ranked.Count),
            TookMs = Stopwatch.GetElapsedTime(_started).TotalMilliseconds,
        };
    }

    public SnippetAnswer ToSnippets()
    {
        int offset = PageCursor.OffsetOf(_request.Cursor, _snapshot.Generation);
        IEnumerable<(int Index, ArticleMatches Article)> ordered = InOrder();
        return new SnippetAnswer
        {
            Query = _query.Info,
            Total = Totals(),
            Generation = _snapshot.Generation,
            Snippets = [.. ordered.Skip(offset).Take(_request.Limit).Select(entry => ToSnippet(entry.Index, entry.Article))],
            Next = Next(offset, _matches.Docs.Count),
            TookMs = Stopwatch.GetElapsedTime(_started).TotalMilliseconds,
        };
    }

    /// <summary>Every paragraph in order, each read when it is asked for.</summary>
    public IEnumerable<SnippetHit> ToStream() => InOrder().Select(entry => ToSnippet(entry.Index, entry.Article));

    private (RankedQuery Query, ParagraphMatches Matches, FacetCounter Facets) Run(QueryFilters filters, CancellationToken cancellation)
    {
        var context = new RankingContext(_profile, _profile.Recency > 0 ? _snapshot.NewestSecond : null);
        var ranked = RankedQuery.Create(_query.Match, context, filters.Always);
        if (_request.Feedback && Feedback(ranked, filters) is { } feedback)
        {
            ranked = RankedQuery.Create(_query.Match, context with { Feedback = feedback }, filters.Always);
            _query = WithNote(_query, "feedback", $"These words of the best results count as well: {string.Join(", ", feedback.Written)}.");
        }
        var matches = new ParagraphMatches();
        var facets = new FacetCounter(_snapshot.Searcher, _request.Filters, filters.Dimensions);
        _snapshot.Searcher.DrillSideways(
            ranked.Query, facets.Sideways, new MultiCollector([matches, .. facets.OfHits]), limits: null, cancellation);
        return (ranked, matches, facets);
    }

    private FeedbackWords? Feedback(RankedQuery ranked, QueryFilters filters) => _query.Leaves.Count == 0 ? null : FeedbackWords.Find(
        _snapshot.Searcher,
        new BooleanQuery([new BooleanClause(ranked.Query, Occur.Must), .. filters.Dimensions.Select(dimension => new BooleanClause(dimension.Filter, Occur.Filter))]),
        _query.Match,
        FeedbackWeight);

    private static ParsedQuery WithNote(ParsedQuery query, string kind, string text) =>
        query with { Info = query.Info with { Notes = [.. query.Info.Notes, new QueryNote(kind, text)] } };

    // By score, or by the article's date and within an article by score; equals in index order.
    private IEnumerable<(int Index, ArticleMatches Article)> InOrder()
    {
        IEnumerable<(int Index, ArticleMatches Article)> all = _matches.Articles.SelectMany(
            article => Enumerable.Range(article.First, article.Count).Select(index => (index, article)));
        if (_request.Sort == SortOrder.Relevance)
            return all.OrderByDescending(entry => _matches.Scores[entry.Index]);
        var rank = new Dictionary<ArticleMatches, int>();
        foreach ((ArticleMatches article, _) in ArticleRanking.Rank(_matches, _request.Sort, _profile.OtherParagraphs))
            rank.Add(article, rank.Count);
        return all.OrderBy(entry => rank[entry.Article]).ThenByDescending(entry => _matches.Scores[entry.Index]);
    }

    private ArticleHit ToHit(RankedArticle ranked)
    {
        ArticleMatches article = ranked.Article;
        ArticleBlock block = _snapshot.Blocks.BlockOf(article.Leaf, _matches.Docs[article.First]);
        int shown = Math.Min(article.Count, _request.ParagraphsPerArticle);
        return new ArticleHit
        {
            Article = HeaderReader.Read(_snapshot.Reader, block),
            Score = ranked.Score,
            Paragraphs = [.. Enumerable.Range(article.First, article.Count)
                .OrderByDescending(index => _matches.Scores[index])
                .Take(shown)
                .Select(index => ToParagraph(block, index))],
            MoreParagraphs = article.Count - shown,
            Similar = [.. ranked.Similar.Select(other => HeaderReader.Read(_snapshot.Reader, other))],
        };
    }

    private SnippetHit ToSnippet(int index, ArticleMatches article)
    {
        ArticleBlock block = _snapshot.Blocks.BlockOf(article.Leaf, _matches.Docs[index]);
        return new SnippetHit(HeaderReader.Read(_snapshot.Reader, block), ToParagraph(block, index));
    }

    private ParagraphHit ToParagraph(ArticleBlock block, int index)
    {
        int doc = _matches.Docs[index];
        float score = _matches.Scores[index];
        ScorePart? explanation = _request.Explain ? ScoreExplainer.Explain(_snapshot.Searcher, _ranked, doc, score) : null;
        return _paragraphs.ReadHit(block, doc, score, explanation, _request.Context);
    }

    private HitTotals Totals()
    {
        var sentences = 0L;
        foreach (ArticleMatches article in _matches.Articles)
        {
            for (int index = article.First; index < article.First + article.Count; index++)
                sentences += _paragraphs.CountSentences(article.Leaf, _matches.Docs[index]);
        }
        return new HitTotals(sentences, _matches.Docs.Count, _matches.Articles.Count, IsExact: true);
    }

    private string? Next(int offset, int total) =>
        offset + _request.Limit < total ? new PageCursor(_snapshot.Generation, offset + _request.Limit).ToString() : null;
}
