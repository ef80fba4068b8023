using Search.Articles.Paragraphs;
using Search.Articles.Querying;
using Search.Articles.Ranking;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Search.Matching;

namespace Search.Articles.Results;

/// <summary>Reads whole articles and single paragraphs of one snapshot.</summary>
internal sealed class ArticleReading(IndexSnapshot snapshot)
{
    private static readonly HashSet<string> SourceFields = new(StringComparer.Ordinal) { ArticleFields.Source, ArticleFields.Spans };

    private static readonly HashSet<string> IdField = new(StringComparer.Ordinal) { ArticleFields.Article };

    private static readonly string AllArticles = PageCursor.Digest("all articles");

    public ArticleView? Read(string id, string? queryText)
    {
        if (snapshot.Blocks.Find(id) is not { } block)
            return null;
        ParsedQuery? query = Parse(queryText);
        ParagraphReader paragraphs = ReaderFor(query);
        return new ArticleView(
            HeaderReader.Read(snapshot.Reader, block),
            paragraphs.ReadTexts(block, 0, block.ParagraphCount),
            Pieces(block),
            query?.Info);
    }

    public ParagraphView? ReadParagraph(string id, string key, int context, string? queryText)
    {
        if (snapshot.Blocks.Find(id) is not { } block || block.ParagraphCount == 0)
            return null;
        ParsedQuery? query = Parse(queryText);
        ParagraphReader paragraphs = ReaderFor(query);
        string[] keys = [.. Enumerable.Range(0, block.ParagraphCount).Select(ordinal => paragraphs.ReadKey(block, ordinal))];
        int found = Array.IndexOf(keys, key);
        int ordinal = found >= 0 ? found : ParagraphKeys.Closest(key, keys);
        context = Math.Min(context, block.ParagraphCount);
        if (ordinal < 0)
            return null;
        return new ParagraphView(
            HeaderReader.Read(snapshot.Reader, block),
            paragraphs.ReadText(block, ordinal),
            paragraphs.ReadTexts(block, ordinal - context, ordinal),
            paragraphs.ReadTexts(block, ordinal + 1, ordinal + 1 + context),
            IsExact: found >= 0,
            query?.Info);
    }

    public ArticleList List(int limit, string? cursor)
    {
        int offset = PageCursor.OffsetOf(cursor, snapshot.Generation, AllArticles);
        (string Id, int Doc)[] all = [.. snapshot.Blocks.LiveArticles()
            .Select(doc => (Id: StoredRecord.Read(snapshot.Reader, doc, IdField).Text(ArticleFields.Article)!, Doc: doc))
            .OrderBy(entry => entry.Id, StringComparer.Ordinal)];
        ArticleHeader[] page = [.. all.Skip(offset).Take(limit)
            .Select(entry => HeaderReader.Read(snapshot.Reader, snapshot.Blocks.BlockOf(snapshot.Reader.LeafOf(entry.Doc), entry.Doc)))];
        string? next = offset + limit < all.Length ? new PageCursor(snapshot.Generation, offset + limit, AllArticles).ToString() : null;
        return new ArticleList(page, all.Length, next);
    }

    // Marks on a page never fail for a query that somebody once typed: it is repaired like in a search. In a whole article every word of it
    // is worth a mark, also where a paragraph has only some of them.
    private static ParsedQuery? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        ParsedQuery query = ArticleQueryParser.Parse(text, QueryMode.Lenient);
        return query.Plain is { Words.Count: > 1 } plain ? SomeWords.Marked(query, plain) : query;
    }

    private ParagraphReader ReaderFor(ParsedQuery? query)
    {
        QueryMatches? matches = query is null ? null : snapshot.Searcher.MatchesOf(query.Match);
        return new ParagraphReader(snapshot.Reader, query, matches);
    }

    private List<ArticlePiece> Pieces(ArticleBlock block)
    {
        StoredRecord stored = StoredRecord.Read(snapshot.Reader, block.ArticleDoc, SourceFields);
        string source = stored.Text(ArticleFields.Source) ?? "";
        var pieces = new List<ArticlePiece>();
        var shown = new HashSet<int>();
        foreach (SourceSpan span in SpanCodec.Decode(stored.Bytes(ArticleFields.Spans) ?? new byte[sizeof(int)]))
        {
            if (span.Kind == SpanKind.Paragraph)
            {
                if (shown.Add(span.Paragraph))
                    pieces.Add(new ArticlePiece(span.Kind, "", null, span.Paragraph));
            }
            else if (span.Kind != SpanKind.WhiteSpace && span.End <= source.Length)
            {
                pieces.Add(new ArticlePiece(span.Kind, source.Substring(span.Start, span.Length), span.Reason, -1));
            }
        }
        return pieces;
    }
}
