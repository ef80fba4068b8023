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
    private readonly IndexSnapshot _snapshot;
    private readonly ArticleQuery _request;
    private readonly RankingProfile _profile;
    private readonly ParsedQuery _query;
    private readonly RankedQuery _ranked;
    private readonly ParagraphMatches _matches;
    private readonly FacetCounter _facets;
    private readonly ParagraphReader _paragraphs;
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <exception cref="QueryException">The query is broken (strict mode), or asks for too much.</exception>
    public ArticleSearch(IndexSnapshot snapshot, ArticleQuery request, CancellationToken cancellation)
    {
        _snapshot = snapshot;
        _request = request;
        _profile = request.Ranking ?? RankingProfile.Default;
        RequestBounds.Check(request);
        _query = ArticleQueryParser.Parse(request.Text, request.Mode);
        var filters = QueryFilters.Create(request);
        (_ranked, _matches, _facets) = Run(_query.Match, filters, cancellation);
        if (_matches.Docs.Count == 0 && WiderSearch.Find(snapshot.Searcher, _query, filters.All) is { } wider)
        {
            _query = _query with { Match = wider.Match, Info = _query.Info with { Notes = [.. _query.Info.Notes, new QueryNote("fallback", wider.Label)] } };
            (_ranked, _matches, _facets) = Run(wider.Match, filters, cancellation);
        }
        _paragraphs = new ParagraphReader(snapshot.Reader, _query, snapshot.Searcher.MatchesOf(_query.Match), request.SnippetsPerParagraph);
    }

    public SearchAnswer ToArticles()
    {
        int offset = PageCursor.OffsetOf(_request.Cursor, _snapshot.Generation);
        IReadOnlyList<(ArticleMatches Article, float Score)> ranked = ArticleRanking.Rank(_matches, _request.Sort, _profile.OtherParagraphs);
        return new SearchAnswer
        {
            Query = _query.Info,
            Total = Totals(),
            Generation = _snapshot.Generation,
            Articles = [.. ranked.Skip(offset).Take(_request.Limit).Select(entry => ToHit(entry.Article, entry.Score))],
            Facets = _facets.Groups(),
            Histogram = _facets.Bars(),
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

    private (RankedQuery Query, ParagraphMatches Matches, FacetCounter Facets) Run(Query match, QueryFilters filters, CancellationToken cancellation)
    {
        var ranked = RankedQuery.Create(match, _profile, filters.Always);
        var matches = new ParagraphMatches();
        var facets = new FacetCounter(_snapshot.Searcher, _request.Filters, filters.Dimensions);
        _snapshot.Searcher.DrillSideways(
            ranked.Query, facets.Sideways, new MultiCollector([matches, .. facets.OfHits]), limits: null, cancellation);
        return (ranked, matches, facets);
    }

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

    private ArticleHit ToHit(ArticleMatches article, float score)
    {
        ArticleBlock block = _snapshot.Blocks.BlockOf(article.Leaf, _matches.Docs[article.First]);
        int shown = Math.Min(article.Count, _request.ParagraphsPerArticle);
        return new ArticleHit
        {
            Article = HeaderReader.Read(_snapshot.Reader, block),
            Score = score,
            Paragraphs = [.. Enumerable.Range(article.First, article.Count)
                .OrderByDescending(index => _matches.Scores[index])
                .Take(shown)
                .Select(index => ToParagraph(block, index))],
            MoreParagraphs = article.Count - shown,
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
