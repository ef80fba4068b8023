using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Highlighting;
using Search.Engine.Indexing;
using Search.Engine.QueryParsing;
using Search.Engine.Search;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Highlighting;

/// <summary>Texts indexed twice, a document each: field <c>f</c> keeps offsets, field <c>g</c> does not.</summary>
internal sealed class MarkedTexts : IDisposable
{
    private readonly Analyzer _analyzer;
    private readonly string[] _texts;
    private readonly MemoryDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public MarkedTexts(Analyzer analyzer, params IEnumerable<string> texts)
    {
        _analyzer = analyzer;
        _texts = [.. texts];
        using (IndexWriter writer = IndexWriter.Open(_directory, new IndexWriterOptions { Analyzer = analyzer }))
        {
            foreach (string text in _texts)
                writer.AddDocument([Field.CreateText("f", text, offsets: true), Field.CreateText("g", text)]);
        }
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
    }

    public IReadOnlyList<string> Texts => _texts;

    public QueryMatches MatchesOf(Query query) => _searcher.MatchesOf(query);

    /// <summary>Matches of a query in the classic syntax.</summary>
    public QueryMatches MatchesOf(string query, string field = "f") => MatchesOf(new QueryParser(field, _analyzer).Parse(query));

    public IReadOnlyList<TextMark> Mark(QueryMatches matches, int doc = 0, string field = "f") =>
        new Highlighter(_analyzer).Mark(matches, doc, field, _texts[doc]);

    public IReadOnlyList<Passage> Find(QueryMatches matches, int doc = 0, PassageOptions? options = null, string field = "f") =>
        new Highlighter(_analyzer).Find(matches, doc, field, _texts[doc], options);

    /// <summary>The marked words of a document.</summary>
    public string[] Words(string query, int doc = 0, string field = "f") =>
        [.. Mark(MatchesOf(query, field), doc, field).Select(mark => _texts[doc][mark.Start..mark.End])];

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }
}
