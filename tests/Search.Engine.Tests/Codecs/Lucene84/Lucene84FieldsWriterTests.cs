using System.Text;
using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene84;

public sealed class Lucene84FieldsWriterTests
{
    private static readonly FieldInfo Body = new() { Name = "body", Number = 1, IndexOptions = IndexOptions.DocsFreqsAndPositions };
    private static readonly FieldInfo Id = new() { Name = "id", Number = 0, IndexOptions = IndexOptions.Docs, OmitsNorms = true };
    private static readonly FieldInfo Offs = new() { Name = "offs", Number = 2, IndexOptions = IndexOptions.DocsFreqsPositionsAndOffsets };

    /// <summary>Postings notes, section 15: the file bodies of three documents as Lucene writes them.</summary>
    [Theory]
    [InlineData("doc", 61, "4c 0002 05 0103 01020203 010303 0105")]
    [InlineData("pos", 61, "000202 02 01 01 00 0100 000105 0000 0216 0000 010d04 010c 010c 021705 0216")]
    [InlineData("pay", 61, "")]
    [InlineData("tim", 54,
        "0d d401 68656c6c6f 6c7563656e65 6f66 717569636b 746865 776f726c64 0c 050602050305 05 0401070400 0d 7c3d 060103 0101 0501 0101 0001"
        + "07 34 643064316432 07 02 01 05 05 86 01 00 05 05"
        + "07 74 616c706861 62657461 67616d6d61 06 050405 06 060106000400 0a 8601463d 080900 060700")]
    [InlineData("tip", 55, "00 00 00")]
    public void A_whole_small_index_equals_Lucenes(string extension, int bodyStart, string expected)
    {
        using WrittenPostings written = Tiny().Write();
        using IndexInput input = written.Directory.OpenInput(written.Segment.FileName(extension, "Lucene84_0"));
        int bodyLength = (int)input.Length - bodyStart - CodecFooter.ByteCount;
        string actual = Convert.ToHexStringLower(input.SpanAt(bodyStart, bodyLength));
        Assert.Equal(expected.Replace(" ", "", StringComparison.Ordinal), actual);
    }

    [Fact]
    public void A_term_without_documents_leaves_no_trace_nor_does_a_field_without_terms()
    {
        var model = new PostingsModel { MaxDoc = 1 };
        model.Fields.Add(new FieldModel(Body, [new TermModel([1], []), new TermModel([2], [new DocModel(0, 1, [new PositionModel(0, 0, 0, [])])])]));
        model.Fields.Add(new FieldModel(Id, [new TermModel([1], [])]));
        using WrittenPostings written = model.Write();
        using Lucene84FieldsReader reader = written.Open();
        Assert.Equal(1, reader.Terms("body")!.Count);
        Assert.Equal(new byte[] { 2 }, reader.Terms("body")!.Min);
        Assert.Null(reader.Terms("id"));
    }

    [Fact]
    public void Files_without_any_term_open()
    {
        var model = new PostingsModel { MaxDoc = 1 };
        model.Fields.Add(new FieldModel(Body, []));
        using WrittenPostings written = model.Write();
        using Lucene84FieldsReader reader = written.Open();
        reader.CheckIntegrity();
        Assert.Null(reader.Terms("body"));
    }

    [Fact]
    public void What_comes_out_of_order_is_refused()
    {
        using Lucene84FieldsWriter writer = Create();
        writer.StartField(Id, null);
        writer.StartTerm([2]);
        writer.StartDocument(3, 1);
        writer.FinishDocument();
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.StartDocument(3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.StartDocument(9, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.StartDocument(4, 2));
        writer.FinishTerm();
        Assert.Throws<ArgumentException>(() => writer.StartTerm([2]));
        Assert.Throws<ArgumentException>(() => writer.StartTerm(new byte[Term.MaxBytes + 1]));
        writer.FinishField();
        Assert.Throws<InvalidOperationException>(() => writer.StartField(Body, null));
    }

    [Fact]
    public void Positions_must_be_as_many_as_the_frequency()
    {
        using Lucene84FieldsWriter writer = Create();
        writer.StartField(Body, null);
        writer.StartTerm([1]);
        writer.StartDocument(0, 2);
        writer.AddPosition(0, 0, 0);
        Assert.Throws<InvalidOperationException>(writer.FinishDocument);
        writer.AddPosition(1, 0, 0);
        Assert.Throws<InvalidOperationException>(() => writer.AddPosition(2, 0, 0));
    }

    private static Lucene84FieldsWriter Create() => Lucene84FieldsWriter.Create(new SegmentWriteState(
        new MemoryDirectory(), new SegmentInfo { Name = "_0", Id = SegmentId.CreateRandom(), MaxDoc = 9 }, new FieldInfos([Body, Id])));

    private static PostingsModel Tiny()
    {
        var model = new PostingsModel { MaxDoc = 3 };
        model.Fields.Add(Field(Body, "hello world hello", "world of lucene", "the quick hello"));
        model.Fields.Add(Field(Id, "d0", "d1", "d2"));
        model.Fields.Add(Field(Offs, "alpha beta gamma", "alpha beta alpha", "alpha beta gamma"));
        return model;
    }

    private static FieldModel Field(FieldInfo info, params string[] texts)
    {
        var terms = new SortedDictionary<string, SortedDictionary<int, List<PositionModel>>>(StringComparer.Ordinal);
        for (var docId = 0; docId < texts.Length; docId++)
        {
            var start = 0;
            string[] words = texts[docId].Split(' ');
            for (var position = 0; position < words.Length; position++)
            {
                string word = words[position];
                terms.TryAdd(word, []);
                terms[word].TryAdd(docId, []);
                terms[word][docId].Add(new PositionModel(position, start, start + word.Length, []));
                start += word.Length + 1;
            }
        }
        return new FieldModel(info, [.. terms.Select(term => new TermModel(
            Encoding.UTF8.GetBytes(term.Key),
            [.. term.Value.Select(doc => new DocModel(doc.Key, doc.Value.Count, [.. doc.Value]))]))]);
    }
}
