using Search.Articles.Querying;
using Search.Articles.Schema;
using Search.Engine.Highlighting;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Soak.Language;

/// <summary>Random articles in an index with the product's schema: several segments, some articles deleted.</summary>
internal sealed class LanguageIndex : IDisposable
{
    private static readonly Highlighter Highlighter = new(ArticleAnalysis.ForIndexing);

    private readonly MemoryDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly Dictionary<string, (int Article, int Paragraph)> _places = new(StringComparer.Ordinal);

    public LanguageIndex(Random random, int articles)
    {
        List<ModelArticle> kept = [];
        using (IndexWriter writer = IndexWriter.Open(_directory, new IndexWriterOptions { Analyzer = ArticleAnalysis.ForIndexing }))
        {
            for (var number = 0; number < articles; number++)
            {
                var article = ModelArticle.Create(random, number);
                writer.AddDocuments(ArticleDocuments.Create(article.ToArticle(), "", ""));
                if (random.Next(6) == 0)
                    writer.DeleteDocuments(new Term(ArticleFields.Article, article.Id));
                else
                    kept.Add(article);
                if (random.Next(4) == 0)
                    writer.Commit();
            }
            writer.Commit();
        }
        Articles = kept;
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
        for (var article = 0; article < kept.Count; article++)
        {
            for (var paragraph = 0; paragraph < kept[article].Paragraphs.Count; paragraph++)
                _places.Add($"{kept[article].Id}-{paragraph}", (article, paragraph));
        }
    }

    /// <summary>The articles that are not deleted.</summary>
    public IReadOnlyList<ModelArticle> Articles { get; }

    /// <summary>The paragraphs that a query lists, with the places in their text that are marked.</summary>
    public Dictionary<(int Article, int Paragraph), HashSet<(int Start, int End)>> Run(ParsedQuery query)
    {
        var hits = new Dictionary<(int, int), HashSet<(int, int)>>();
        var paragraphs = new BooleanQuery(
        [
            new BooleanClause(query.Match, Occur.Must),
            new BooleanClause(new TermQuery(new Term(ArticleFields.Kind, ArticleFields.ParagraphKindValue)), Occur.Filter),
        ]);
        TopDocs found = _searcher.Search(paragraphs, _reader.MaxDoc);
        if (_searcher.Count(paragraphs) != found.ScoreDocs.Count)
            throw new SoakFailureException($"{query.Info.Text}: {_searcher.Count(paragraphs)} counted, {found.ScoreDocs.Count} found");
        var matches = _searcher.MatchesOf(query.Match);
        foreach (ScoreDoc hit in found.ScoreDocs)
        {
            (int, int) place = _places[_reader.StoredText(hit.Doc, ArticleFields.Key)!];
            IReadOnlyList<TextMark> marks = Highlighter.Mark(matches, hit.Doc, ArticleFields.Body, _reader.StoredText(hit.Doc, ArticleFields.Body)!);
            if (marks.FirstOrDefault(mark => !query.Leaves.Contains(mark.Clause)) is { } stranger)
                throw new SoakFailureException($"{query.Info.Text}: a mark belongs to {stranger.Clause}, which is no clause of the query");
            hits.Add(place, [.. marks.Select(mark => (mark.Start, mark.End))]);
            if (Math.Abs(_searcher.Explain(paragraphs, hit.Doc).Value - hit.Score) > 0)
                throw new SoakFailureException($"{query.Info.Text}: document {hit.Doc} scores {hit.Score}, the explanation says {_searcher.Explain(paragraphs, hit.Doc)}");
        }
        return hits;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }
}
