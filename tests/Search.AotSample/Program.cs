using Search.AotSample;
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

if (args is not [string texts, string index, string words])
{
    Console.Error.WriteLine("usage: Search.AotSample TEXTS INDEX QUERY: indexes the paragraphs of a folder of .txt files and shows those that match");
    return 64;
}
Analyzer analyzer = new EnglishAnalyzer();
using MappedDirectory directory = MappedDirectory.Open(index);
using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = analyzer, OpenMode = OpenMode.Create }))
{
    foreach (string file in Directory.EnumerateFiles(texts, "*.txt").Order(StringComparer.Ordinal))
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
    writer.ForceMerge(1);
}

using DirectoryReader reader = DirectoryReader.Open(directory);
var searcher = new IndexSearcher(reader);
Query query = new QueryParser("body", analyzer).Parse(words);
TopDocs best = searcher.Search(query, 10);
Console.WriteLine($"{best.TotalHits.Value} of {reader.NumDocs} paragraphs match {query}");
var highlighter = new Highlighter(analyzer);
var formatter = new PassageFormatter("[", "]");
QueryMatches matches = searcher.MatchesOf(query);
foreach (ScoreDoc hit in best.ScoreDocs)
{
    var stored = new StoredText();
    reader.VisitStored(hit.Doc, stored);
    Console.WriteLine($"{hit.Score:F3} {stored.File}: {formatter.Format(stored.Body, highlighter.Find(matches, hit.Doc, "body", stored.Body))}");
}
bool isSound = IndexChecker.Check(directory).IsSound;
Console.WriteLine(isSound ? "the index is sound" : "the index is not sound");
return isSound ? 0 : 1;
