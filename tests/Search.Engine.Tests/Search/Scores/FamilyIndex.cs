using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Search.Scores;

/// <summary>An index of random families: blocks of children with texts and columns, the last document their parent.</summary>
/// <remarks>
/// Fields: <c>f</c>, <c>g</c> (often missing), <c>h</c> (without norms) hold words w0 (frequent) to w39 (rare); <c>n</c> is a sparse
/// column and point of integers, <c>x</c> a sparse column of doubles with negative ones and NaN, <c>m</c> a sorted-numeric
/// column, <c>k</c> and <c>t</c> a sorted and a sorted-set column; <c>kind</c> is parent or child.
/// </remarks>
internal static class FamilyIndex
{
    private const int Words = 40;

    /// <summary>A word, low numbers more often.</summary>
    public static string Word(Random random) => $"w{(int)(Words * Math.Pow(random.NextDouble(), 3))}";

    /// <summary>So many families in three segments, some documents deleted, whole families and single ones.</summary>
    public static IndexReader Write(int families, int seed)
    {
        var random = new Random(seed);
        var directory = new MemoryDirectory();
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new WhitespaceAnalyzer() });
        for (var family = 0; family < families; family++)
        {
            List<Document> block = [];
            for (int child = random.Next(7) * random.Next(2); child > 0; child--)
                block.Add(DocumentOf(random, family, "child"));
            block.Add(DocumentOf(random, family, "parent"));
            writer.AddDocuments(block);
            if (family == families / 5 || family == families / 2)
                writer.Flush();
        }
        writer.DeleteDocuments([.. Enumerable.Range(0, families).Where(family => family % 11 == 3).Select(family => new Term("family", $"{family}"))]);
        writer.DeleteDocuments(new Term("f", "w39"), new Term("f", "w38"));
        writer.Commit();
        return DirectoryReader.Open(directory);
    }

    private static Document DocumentOf(Random random, int family, string kind)
    {
        Document document = [Field.CreateKeyword("family", $"{family}"), Field.CreateKeyword("kind", kind), Field.CreateText("f", Text(random, 20), offsets: true)];
        if (random.Next(3) == 0)
            document.Add(Field.CreateText("g", Text(random, 5)));
        if (random.Next(2) == 0)
            document.Add(Field.Create("h", Text(random, 8), new FieldType { IndexOptions = IndexOptions.DocsFreqsAndPositions, OmitsNorms = true }));
        if (random.Next(4) > 0)
        {
            long number = random.Next(-2, 12);
            document.Add(Field.CreateColumn("n", number));
            document.Add(Field.CreatePoint("n", number));
        }
        if (random.Next(2) == 0)
            document.Add(Field.CreateColumn("x", BitConverter.DoubleToInt64Bits(random.Next(9) == 0 ? double.NaN : random.NextDouble() * 5 - 1)));
        for (int values = random.Next(3); values > 0; values--)
        {
            document.Add(Field.CreateColumn("m", random.Next(20), multiValued: true));
            document.Add(Field.CreateColumn("t", $"t{random.Next(12)}", multiValued: true));
        }
        if (random.Next(3) > 0)
            document.Add(Field.CreateColumn("k", $"k{random.Next(30)}"));
        return document;
    }

    private static string Text(Random random, int mostWords) =>
        string.Join(' ', Enumerable.Range(0, random.Next(mostWords)).Select(_ => Word(random)));
}
