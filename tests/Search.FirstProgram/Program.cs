using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Highlighting;
using Search.Engine.Indexing;
using Search.Engine.QueryParsing;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;

var analyzer = new EnglishAnalyzer();
using MappedDirectory directory = MappedDirectory.Open(args[0]);
using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = analyzer, OpenMode = OpenMode.Create }))
    foreach (string paragraph in Directory.EnumerateFiles(args[1], "*.txt").SelectMany(File.ReadLines))
        writer.AddDocument(new Document { Field.CreateText("body", paragraph, stored: true) });

using DirectoryReader reader = DirectoryReader.Open(directory);
var searcher = new IndexSearcher(reader);
Query query = new QueryParser("body", analyzer).Parse(args[2]);
foreach (ScoreDoc hit in searcher.Search(query, 5).ScoreDocs)
{
    string text = reader.StoredText(hit.Doc, "body")!;
    IReadOnlyList<Passage> passages = new Highlighter(analyzer).Find(searcher.MatchesOf(query), hit.Doc, "body", text);
    Console.WriteLine($"{hit.Score:F3}  {new PassageFormatter("[", "]").Format(text, passages)}");
}
