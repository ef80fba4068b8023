using System.Diagnostics;
using Search.Articles.Querying;
using Search.Articles.Ranking;
using Search.Articles.Schema;
using Search.Articles.Searching;

namespace Search.Articles.Results;

/// <summary>Answers one search on one snapshot.</summary>
/// <remarks>One thread, one query. Nothing is made for results that are not shown but a few bytes each.</remarks>
internal sealed class ArticleSearch : IDisposable
{
    private readonly IndexSnapshot _snapshot;
    private readonly ArticleQuery _request;
    private readonly SearchRun _run;
    private readonly ArticleRanking _ranking;
    private readonly ParagraphReader _paragraphs;
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <exception cref="QueryException">The query is broken (strict mode), or asks for too much.</exception>
    public ArticleSearch(IndexSnapshot snapshot, ArticleQuery request, bool withFacets, CancellationToken cancellation)
        : this(snapshot, request, ArticleQueryParser.Parse(request.Text, request.Mode), withFacets, cancellation)
    {
    }

    /// <param name="query">What <paramref name="request"/> asks for.</param>
    /// <param name="withFacets">Whether values are counted.</param>
    public ArticleSearch(IndexSnapshot snapshot, ArticleQuery request, ParsedQuery query, bool withFacets, CancellationToken cancellation)
    {
        RequestBounds.Check(request);
        _snapshot = snapshot;
        _request = request;
        _run = new SearchRun(snapshot, request, query, withFacets, cancellation);
        _ranking = new ArticleRanking(_run.Matches, request.Sort, _run.Profile.OtherParagraphs, snapshot.Reader, _run.Leading);
        _paragraphs = new ParagraphReader(snapshot.Reader, _run.Query, snapshot.Searcher.MatchesOf(_run.Query.Match), request.WholeParagraphs ? ParagraphReader.Whole : request.SnippetsPerParagraph);
    }

    public SearchAnswer ToArticles()
    {
        string asked = PageCursor.Digest("articles", _request);
        int offset = PageCursor.OffsetOf(_request.Cursor, _snapshot.Generation, asked);
        var folding = ArticleFolding.Create(_snapshot, _run.Matches, _request.Fold);
        RankKey[] first = _ranking.FirstArticles(offset + _request.Limit, folding.HiddenCount > 0 ? folding.IsHidden : null);
        return new SearchAnswer
        {
            Query = _run.Query.Info,
            Total = Totals(),
            Generation = _snapshot.Generation,
            Articles = [.. first.Skip(offset).Select(place => ToHit(place, folding))],
            Facets = _run.Facets?.Groups() ?? [],
            Histogram = _run.Facets?.Bars() ?? [],
            Advice = _run.Advice,
            Next = Next(offset, _run.Matches.ArticleCount - folding.HiddenCount, asked),
            TookMs = Stopwatch.GetElapsedTime(_started).TotalMilliseconds,
        };
    }

    public SnippetAnswer ToSnippets()
    {
        string asked = PageCursor.Digest("paragraphs", _request);
        int offset = PageCursor.OffsetOf(_request.Cursor, _snapshot.Generation, asked);
        return new SnippetAnswer
        {
            Query = _run.Query.Info,
            Total = Totals(),
            Generation = _snapshot.Generation,
            Snippets = [.. ToStream(_ranking.FirstParagraphs(offset + _request.Limit).Skip(offset))],
            Next = Next(offset, _run.Matches.Count, asked),
            TookMs = Stopwatch.GetElapsedTime(_started).TotalMilliseconds,
        };
    }

    /// <summary>Every paragraph in order, each read when it is asked for.</summary>
    public IEnumerable<SnippetHit> ToStream() => ToStream(_ranking.AllParagraphs());

    public void Dispose() => _run.Dispose();

    private IEnumerable<SnippetHit> ToStream(IEnumerable<RankKey> places)
    {
        ArticleHeader? header = null;
        int article = -1;
        foreach (RankKey place in places)
        {
            ArticleBlock block = BlockOf(_run.Matches.Docs[place.Index]);
            if (header is null || article != block.ArticleDoc)
                header = HeaderReader.Read(_snapshot.Reader, block);
            article = block.ArticleDoc;
            yield return new SnippetHit(header, ToParagraph(block, place));
        }
    }

    private ArticleHit ToHit(RankKey place, ArticleFolding folding)
    {
        ArticleMatches article = _run.Matches.Articles[place.Index];
        ArticleBlock block = _snapshot.Blocks.BlockOf(article.ArticleDoc);
        RankKey[] shown = _ranking.ParagraphsOf(place.Index, _request.ParagraphsPerArticle);
        return new ArticleHit
        {
            Article = HeaderReader.Read(_snapshot.Reader, block),
            Score = place.Score,
            Paragraphs = [.. shown.Select(paragraph => ToParagraph(block, paragraph))],
            MoreParagraphs = article.Count - shown.Length,
            Similar = [.. folding.OthersOf(place.Index).Select(other => HeaderReader.Read(_snapshot.Reader, _snapshot.Blocks.BlockOf(_run.Matches.Articles[other].ArticleDoc)))],
        };
    }

    private ParagraphHit ToParagraph(ArticleBlock block, RankKey place)
    {
        int doc = _run.Matches.Docs[place.Index];
        ScorePart? explanation = _request.Explain ? ScoreExplainer.Explain(_snapshot.Searcher, _run.Ranked, doc, place.Score) : null;
        return _paragraphs.ReadHit(block, doc, place.Score, explanation, _request.Context);
    }

    private ArticleBlock BlockOf(int doc) => _snapshot.Blocks.BlockOf(_snapshot.Reader.LeafOf(doc), doc);

    private HitTotals Totals() =>
        new(SentenceCounter.Count(_snapshot.Searcher, _run.Query, _run.Matches), _run.Matches.Count, _run.Matches.ArticleCount, _run.IsExact);

    private string? Next(int offset, int total, string asked) =>
        offset + _request.Limit < total ? new PageCursor(_snapshot.Generation, offset + _request.Limit, asked).ToString() : null;
}
