using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Util;

namespace Search.Engine.Tests.Infrastructure;

/// <summary>Random documents with columns of every kind, in several segments with deletions, and what they hold.</summary>
internal sealed class ColumnCorpus : IDisposable
{
    private static readonly string[] Words = ["a", "b", "c", "d", "e"];

    private readonly Random _random;
    private readonly MemoryDirectory? _directory;
    private readonly List<ColumnDoc> _docs = [];

    /// <summary>The same corpus for the same seed; every seventh document deleted.</summary>
    public ColumnCorpus(int seed, int count, int segments)
        : this(seed, count, segments, directory: null)
    {
    }

    /// <summary>The same, written to an empty directory.</summary>
    public ColumnCorpus(int seed, int count, int segments, IndexDirectory? directory)
    {
        _random = new Random(seed);
        directory ??= _directory = new MemoryDirectory();
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new WhitespaceAnalyzer(), MergePolicy = NoMergePolicy.Instance }))
        {
            for (var doc = 0; doc < count; doc++)
            {
                ColumnDoc row = Next(doc);
                writer.AddDocument(DocumentOf(row));
                if (doc % 7 != 3)
                    _docs.Add(row);
                if ((doc + 1) % ((count + segments - 1) / segments) == 0)
                    writer.Flush();
            }
            for (var doc = 3; doc < count; doc += 7)
                writer.DeleteDocuments(new Term("id", $"{doc}"));
            writer.Commit();
        }
        Reader = DirectoryReader.Open(directory);
    }

    public DirectoryReader Reader { get; }

    /// <summary>The documents that are not deleted, in index order.</summary>
    public IReadOnlyList<ColumnDoc> Docs => _docs;

    public void Dispose()
    {
        Reader.Dispose();
        _directory?.Dispose();
    }

    private ColumnDoc Next(int doc) => new()
    {
        Doc = doc,
        Text = string.Join(' ', Enumerable.Range(0, _random.Next(1, 8)).Select(_ => Words[_random.Next(Words.Length)])),
        Number = Maybe() ? Integer() : null,
        Numbers = [.. Several(Integer).Order()],
        Single = Maybe() ? Float() : null,
        Double = Maybe() ? Float() * 3.0 : null,
        Singles = [.. Several(Float).OrderBy(NumericBytes.SortableBits)],
        Doubles = [.. Several(() => Float() * 5.0).OrderBy(NumericBytes.SortableBits)],
        Label = Maybe() ? Text() : null,
        Labels = [.. Several(Text).Distinct().Order(StringComparer.Ordinal)],
    };

    private static Document DocumentOf(ColumnDoc row)
    {
        Document document = [Field.CreateKeyword("id", $"{row.Doc}", stored: true), Field.CreateText("f", row.Text)];
        if (row.Number is { } number)
            document.Add(Field.CreateColumn("n", number));
        foreach (long value in row.Numbers)
            document.Add(Field.CreateColumn("ns", value, multiValued: true));
        if (row.Single is { } single)
            document.Add(Field.CreateColumn("x", BitConverter.SingleToInt32Bits(single)));
        if (row.Double is { } real)
            document.Add(Field.CreateColumn("d", BitConverter.DoubleToInt64Bits(real)));
        foreach (float value in row.Singles)
            document.Add(Field.CreateColumn("xs", NumericBytes.SortableBits(value), multiValued: true));
        foreach (double value in row.Doubles)
            document.Add(Field.CreateColumn("ds", NumericBytes.SortableBits(value), multiValued: true));
        if (row.Label is { } label)
            document.Add(Field.CreateColumn("s", label));
        foreach (string value in row.Labels)
            document.Add(Field.CreateColumn("ss", value, multiValued: true));
        return document;
    }

    private bool Maybe() => _random.Next(4) > 0;

    private long Integer() => _random.Next(20) switch
    {
        0 => int.MinValue + _random.Next(3),
        1 => int.MaxValue - _random.Next(3),
        _ => _random.Next(-30, 30),
    };

    private float Float() => _random.Next(20) switch
    {
        0 => float.NaN,
        1 => -0f,
        2 => 0f,
        3 => float.NegativeInfinity,
        _ => _random.Next(-20, 20) / 4f,
    };

    private string Text() => $"v{_random.Next(1, 4)}{_random.Next(9)}";

    private List<T> Several<T>(Func<T> make) => [.. Enumerable.Range(0, Math.Max(0, _random.Next(-1, 5))).Select(_ => make())];
}
