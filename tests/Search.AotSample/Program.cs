using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Highlighting;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.QueryParsing;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;

if (args is not [string texts, string index, string words])
{
    Console.Error.WriteLine("usage: Search.AotSample TEXTS INDEX QUERY: indexes the paragraphs of a folder of .txt files and finds those that a query matches");
    return 64;
}
Analyzer analyzer = new EnglishAnalyzer();
using MappedDirectory directory = MappedDirectory.Open(index);
using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = analyzer, OpenMode = OpenMode.Create }))
{
    foreach (string file in Directory.EnumerateFiles(texts, "*.txt"))
    {
        foreach (string paragraph in File.ReadAllText(file).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            writer.AddDocument(
            [
                Field.CreateKeyword("file", Path.GetFileName(file), stored: true),
                Field.CreateColumn("length", paragraph.Length),
                Field.CreateText("body", paragraph, stored: true, offsets: true),
            ]);
        }
    }
}

using DirectoryReader reader = DirectoryReader.Open(directory);
var searcher = new IndexSearcher(reader);
Query query = new QueryParser("body", analyzer).Parse(words);
TopDocs best = searcher.Search(query, 10);
Console.WriteLine($"{best.TotalHits.Value} of {reader.NumDocs} paragraphs match {query}");
var highlighter = new Highlighter(analyzer);
var matches = searcher.MatchesOf(query);
foreach (ScoreDoc hit in best.ScoreDocs)
{
    var stored = new Search.AotSample.StoredText();
    reader.VisitStored(hit.Doc, stored);
    IEnumerable<string> passages = highlighter.Find(matches, hit.Doc, "body", stored.Body)
        .Select(passage => PassageFormatter.Format(stored.Body, [passage]));
    Console.WriteLine($"{hit.Score:F3} {stored.File}: {string.Join(" ... ", passages)}");
}
Console.WriteLine(IndexChecker.Check(directory).IsSound ? "the index is sound" : "the index is not sound");
return 0;
