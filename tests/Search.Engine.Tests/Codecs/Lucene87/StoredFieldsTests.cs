using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene87;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene87;

/// <summary>What <see cref="StoredFieldsWriter"/> writes, <see cref="StoredFieldsReader"/> reads.</summary>
public sealed class StoredFieldsTests : IDisposable
{
    private static readonly FieldInfo Title = new() { Name = "title", Number = 0 };
    private static readonly FieldInfo Rank = new() { Name = "rank", Number = 70 };
    private static readonly FieldInfos Fields = new([Title, Rank]);

    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Every_kind_of_value_comes_back_in_order()
    {
        using StoredFieldsReader reader = WriteAndOpen(1, (writer, _) =>
        {
            writer.Write(Title, "naïve 𝄞\0");
            writer.Write(Title, "");
            writer.Write(Title, "lone \ud800 surrogate");
            writer.Write(Rank, [0xFF, 0x00]);
            writer.Write(Rank, int.MinValue);
            writer.Write(Rank, long.MaxValue);
            writer.Write(Title, -0.0f);
            writer.Write(Title, double.NaN);
        });
        Assert.Equal(
            [
                ("title", "naïve 𝄞\0"), ("title", ""), ("title", "lone \ufffd surrogate"), ("rank", "FF00"),
                ("rank", int.MinValue), ("rank", long.MaxValue), ("title", int.MinValue), ("title", 0x7FF8000000000000),
            ],
            Read(reader, 0));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(70, 0)]         // only empty documents
    [InlineData(5000, 20)]
    [InlineData(300, 2_000)]    // several chunks by size
    public void Documents_of_any_size_come_back(int docCount, int meanLength)
    {
        foreach (StoredFieldsWriter.ChunkShape shape in Shapes)
        {
            string[] texts = RandomTexts(docCount, meanLength);
            using StoredFieldsReader reader = WriteAndOpen(docCount, (writer, doc) =>
            {
                if (texts[doc].Length > 0)
                    writer.Write(Title, texts[doc]);
            }, shape);
            for (var doc = 0; doc < docCount; doc++)
                Assert.Equal(texts[doc].Length == 0 ? [] : [("title", texts[doc])], Read(reader, doc));
        }
    }

    [Fact]
    public void Large_documents_are_sliced_and_come_back()
    {
        var shape = new StoredFieldsWriter.ChunkShape(1000, 10);
        string[] texts = [.. new[] { 10, 1999, 2000, 2001, 300, 700, 25_000, 999, 1000, 1001, 0 }.Select((length, i) => RandomText(i, length))];
        using StoredFieldsReader reader = WriteAndOpen(texts.Length, (writer, doc) => writer.Write(Title, texts[doc]), shape);
        for (var doc = 0; doc < texts.Length; doc++)
            Assert.Equal([("title", texts[doc])], Read(reader, doc));
    }

    [Fact]
    public void A_document_that_was_not_finished_leaves_nothing()
    {
        using StoredFieldsReader reader = WriteAndOpen(2, (writer, doc) =>
        {
            writer.Write(Title, "dropped");
            writer.StartDocument();
            writer.Write(Rank, doc);
        });
        Assert.Equal([("rank", 1)], Read(reader, 1));
    }

    [Fact]
    public void Values_are_passed_over_and_the_visit_stops_as_the_visitor_says()
    {
        using StoredFieldsReader reader = WriteAndOpen(1, (writer, _) =>
        {
            writer.Write(Title, "skipped");
            writer.Write(Title, 3.25);
            writer.Write(Rank, 1);
            writer.Write(Rank, 2);
        });
        var seen = 0;
        var values = new StoredValues
        {
            Wanted = info => info == Title ? StoredFieldVisitor.Decision.Skip
                : seen++ == 0 ? StoredFieldVisitor.Decision.Read : StoredFieldVisitor.Decision.Stop,
        };
        reader.Visit(0, values);
        Assert.Equal([("rank", 1)], values.All);
    }

    [Fact]
    public void Many_threads_read_at_once()
    {
        string[] texts = RandomTexts(2000, 300);
        using StoredFieldsReader reader = WriteAndOpen(texts.Length, (writer, doc) => writer.Write(Title, texts[doc]));
        Parallel.For(0, 8, thread =>
        {
            for (int doc = thread; doc < texts.Length; doc += 3)
                Assert.Equal([("title", texts[doc])], Read(reader, doc));
        });
    }

    [Fact]
    public void Forgeries_are_read_or_refused()
    {
        string[] texts = RandomTexts(60, 100);
        WriteAndOpen(texts.Length, (writer, doc) => writer.Write(Title, texts[doc]), new(1000, 10)).Dispose();
        foreach (string extension in new[] { "fdt", "fdx", "fdm" })
        {
            CodecFiles.AssertForgeriesAreReadOrRefused(_directory, $"_0.{extension}", () =>
            {
                using StoredFieldsReader reader = StoredFieldsReader.Open(ReadState(texts.Length));
                for (var doc = 0; doc < texts.Length; doc += 7)
                    reader.Visit(doc, new StoredValues());
            });
        }
    }

    [Fact]
    public void The_document_count_must_be_right()
    {
        using StoredFieldsWriter writer = StoredFieldsWriter.Create(WriteState(1));
        writer.StartDocument();
        writer.FinishDocument();
        Assert.Throws<InvalidOperationException>(() => writer.Finish(2));
    }

    [Fact]
    public void Damaged_files_are_refused_and_never_misread_without_a_fault()
    {
        string[] texts = RandomTexts(200, 100);
        WriteAndOpen(texts.Length, (writer, doc) => writer.Write(Title, texts[doc]), new(2000, 10)).Dispose();
        var random = new Random(8);
        foreach (string extension in new[] { "fdt", "fdx", "fdm" })
        {
            string name = $"_0.{extension}";
            byte[] bytes = CodecFiles.Read(_directory, name);
            for (var i = 0; i < 300; i++)
            {
                byte[] damaged = (byte[])bytes.Clone();
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                CodecFiles.Replace(_directory, name, damaged);
                AssertDamageIsFound(texts.Length);
            }
            for (var length = 0; length < bytes.Length; length += 1 + bytes.Length / 100)
            {
                CodecFiles.Replace(_directory, name, bytes[..length]);
                AssertDamageIsFound(texts.Length);
            }
            CodecFiles.Replace(_directory, name, bytes);
        }
    }

    private static StoredFieldsWriter.ChunkShape[] Shapes =>
        [StoredFieldsWriter.ChunkShape.Default, StoredFieldsWriter.ChunkShape.Lucene88, new(512, 16), new(1, 1)];

    // Reading may or may not stumble over a flipped bit; the integrity check must.
    private void AssertDamageIsFound(int docCount)
    {
        Assert.ThrowsAny<CorruptIndexException>(() =>
        {
            using StoredFieldsReader reader = StoredFieldsReader.Open(ReadState(docCount));
            for (var doc = 0; doc < docCount; doc += 20)
                reader.Visit(doc, new StoredValues());
            reader.CheckIntegrity();
        });
    }

    private StoredFieldsReader WriteAndOpen(int docCount, Action<StoredFieldsWriter, int> write, StoredFieldsWriter.ChunkShape? shape = null)
    {
        foreach (string file in _directory.ListAll())
            _directory.DeleteFile(file);
        SegmentWriteState state = WriteState(docCount);
        using (StoredFieldsWriter writer = StoredFieldsWriter.Create(state, shape ?? StoredFieldsWriter.ChunkShape.Default))
        {
            for (var doc = 0; doc < docCount; doc++)
            {
                writer.StartDocument();
                write(writer, doc);
                writer.FinishDocument();
            }
            writer.Finish(docCount);
        }
        Assert.Equal(["_0.fdm", "_0.fdt", "_0.fdx"], state.CreatedFiles.Order());
        StoredFieldsReader reader = StoredFieldsReader.Open(ReadState(docCount));
        reader.CheckIntegrity();
        return reader;
    }

    private SegmentWriteState WriteState(int docCount) => new(_directory, CodecFiles.Segment(docCount), Fields);

    private SegmentReadState ReadState(int docCount) => new(_directory, CodecFiles.Segment(docCount), Fields);

    private static List<(string Field, object Value)> Read(StoredFieldsReader reader, int docId)
    {
        var values = new StoredValues();
        reader.Visit(docId, values);
        return values.All;
    }

    private static string[] RandomTexts(int count, int meanLength)
    {
        var random = new Random(count + meanLength);
        return [.. Enumerable.Range(0, count).Select(i => RandomText(i, random.Next(2 * meanLength + 1)))];
    }

    private static string RandomText(int seed, int length)
    {
        var random = new Random(seed);
        string[] words = ["alpha ", "beta ", "gamma ", "δ ", "omega; "];
        var text = new System.Text.StringBuilder();
        while (text.Length < length)
            text.Append(random.Next(3) == 0 ? $"{random.Next(100_000)}" : words[random.Next(words.Length)]);
        text.Length = length;
        return text.ToString();
    }
}
