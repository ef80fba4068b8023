using Search.Articles;
using Search.Articles.Indexing;
using Search.Articles.Querying;
using Search.Articles.Ranking;
using Search.Articles.Results;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Benchmarks.Relevance;

/// <summary>A collection in an article index, and what our searches of it rank.</summary>
internal sealed class ArticleCollection : IDisposable
{
    private const int Depth = 1000;

    private readonly MappedDirectory _directory;
    private readonly IndexSnapshot _snapshot;

    private ArticleCollection(string folder)
    {
        _directory = MappedDirectory.Open(folder);
        _snapshot = new IndexSnapshot(DirectoryReader.Open(_directory));
    }

    /// <summary>Opens the index of a collection, made first when it is not there yet.</summary>
    /// <param name="wholeDocuments">Whether a document is one paragraph as it stands; otherwise it is read like any article.</param>
    public static ArticleCollection Open(TestCollection collection, string folder, bool wholeDocuments)
    {
        if (!Directory.Exists(folder))
        {
            string unfinished = folder + ".new";
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            if (wholeDocuments)
                WriteWhole(collection, unfinished);
            else
                WriteRead(collection, unfinished);
            Directory.Move(unfinished, folder);
        }
        return new ArticleCollection(folder);
    }

    /// <summary>Ranks articles for every query.</summary>
    /// <param name="typed">Whether the query is searched as it stands, with what is done when nothing matches; otherwise for any of its words.</param>
    public Run Search(TestCollection collection, RankingProfile profile, bool typed, bool feedback)
    {
        var run = new Run();
        foreach ((string id, string text) in collection.Queries.Where(query => collection.Judgements.ContainsKey(query.Id)))
        {
            var request = new ArticleQuery { Text = text, Ranking = profile, Fold = FoldMode.None, Feedback = feedback };
            ParsedQuery query = typed ? ArticleQueryParser.Parse(text, QueryMode.Lenient) : AnyWord(text);
            using var search = new SearchRun(_snapshot, request, query, withFacets: false, CancellationToken.None);
            var ranking = new ArticleRanking(search.Matches, SortOrder.Relevance, profile.OtherParagraphs, _snapshot.Reader, search.Leading);
            var rank = 0;
            foreach (RankKey place in ranking.FirstArticles(Depth))
            {
                string article = _snapshot.Reader.StoredText(search.Matches.Articles[place.Index].ArticleDoc, ArticleFields.Article)!;
                // What leads may have less score than what follows it.
                run.Add(id, article[(article.LastIndexOf('~') + 1)..], search.Leading is null ? place.Score : -rank++);
            }
        }
        return run;
    }

    public void Dispose()
    {
        _snapshot.Close();
        _directory.Dispose();
    }

    private static ParsedQuery AnyWord(string text)
    {
        var words = new List<Query>();
        TokenStream stream = ArticleAnalysis.ForWords.Open(ArticleFields.Body, text);
        while (stream.Next())
            words.Add(new TermQuery(new Term(ArticleFields.Body, stream.Token.Text.ToString())));
        stream.End();
        return new ParsedQuery(
            new BooleanQuery([.. words.Select(word => new BooleanClause(word, Occur.Should))]), words, new UnderstoodQuery(text, text, [.. words.Select(_ => "")], []), null);
    }

    private static void WriteWhole(TestCollection collection, string folder)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = ArticleAnalysis.ForIndexing });
        foreach ((string id, string title, string text) in collection.Documents())
        {
            // A document without a text is its title.
            bool hasText = text.Length > 0;
            string body = hasText ? text : title;
            var article = new Article
            {
                Id = id,
                Path = id,
                Source = "",
                Spans = [],
                Headline = hasText && title.Length > 0 ? title : null,
                Paragraphs = [new Paragraph { Ordinal = 0, Text = body, Source = (0, body.Length), Sentences = [0], Key = id }],
            };
            writer.AddDocuments([.. ArticleDocuments.Create(article, "", "")]);
        }
        writer.Commit();
    }

    private static void WriteRead(TestCollection collection, string folder)
    {
        using var source = new TemporaryFolder();
        File.WriteAllLines(source.File("corpus.jsonl"), collection.Lines());
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(folder);
        index.Synchronize([source.File("corpus.jsonl")]);
    }
}
