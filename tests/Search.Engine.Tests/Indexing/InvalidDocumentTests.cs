using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing;

public sealed class InvalidDocumentTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void An_immense_term_fails_the_document_alone()
    {
        InvalidDocumentException fault = AssertFailsAlone(new Document { Field.CreateKeyword("id", new string('x', 32_767)) });
        Assert.Equal("id", fault.Field);
        Assert.Contains("32767 bytes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_term_is_taken()
    {
        using IndexWriter writer = Open(new StandardAnalyzer());
        writer.AddDocument(Seen.Document(new string('é', 16_383), "a"));
        Assert.Throws<InvalidDocumentException>(() => writer.AddDocument(Seen.Document(new string('é', 16_384), "a")));
    }

    [Fact]
    public void Inconsistent_index_options_fail_the_document_alone()
    {
        InvalidDocumentException fault = AssertFailsAlone(new Document { Field.CreateText("id", "analysed now") });
        Assert.Equal("cannot change field \"id\" from index options=Docs to inconsistent index options=DocsFreqsAndPositions", fault.Message);
    }

    [Fact]
    public void Fields_keep_their_kind_after_reopening()
    {
        using (IndexWriter writer = Open(new StandardAnalyzer()))
            writer.AddDocument(new Document { Field.CreateColumn("n", 1), Field.CreatePoint("p", 1), Field.CreateKeyword("k", "v") });
        using IndexWriter reopened = Open(new StandardAnalyzer());
        Assert.Throws<InvalidDocumentException>(() => reopened.AddDocument(new Document { Field.CreateColumn("n", "text") }));
        Assert.Throws<InvalidDocumentException>(() => reopened.AddDocument(new Document { Field.CreatePoint("p", 1L) }));
        Assert.Throws<InvalidDocumentException>(() => reopened.AddDocument(new Document { Field.CreateText("k", "v") }));
        reopened.AddDocument(new Document { Field.CreateColumn("k", 1), Field.CreateStored("n", 2) });
    }

    [Fact]
    public void Two_values_of_a_single_column_fail_the_document_alone() =>
        AssertFailsAlone(new Document { Field.CreateColumn("n", 1), Field.CreateColumn("n", 2) });

    [Theory]
    [InlineData("first 0")]
    [InlineData("increment -1")]
    [InlineData("backwards")]
    [InlineData("end before start")]
    [InlineData("throws")]
    public void Broken_token_streams_fail_the_document_alone(string fault)
    {
        using (IndexWriter writer = Open(new BrokenAnalyzer(fault)))
        {
            writer.AddDocument(Seen.Document("1", "good"));
            Assert.ThrowsAny<Exception>(() => writer.AddDocument(Seen.Document("2", "bad")));
            writer.AddDocument(Seen.Document("3", "good"));
        }
        AssertOneDeletedBetween("1:good 3:good");
    }

    [Fact]
    public void A_failed_document_of_a_block_takes_the_block_with_it()
    {
        using (IndexWriter writer = Open(new StandardAnalyzer()))
        {
            writer.AddDocument(Seen.Document("9", "old"));
            Assert.Throws<InvalidDocumentException>(() => writer.UpdateDocuments(
                new Term("id", "9"),
                [Seen.Document("9", "c1"), new Document { Field.CreateText("id", "bad") }, Seen.Document("9", "parent")]));
            writer.AddDocument(Seen.Document("10", "after"));
        }
        Assert.Equal("9:old 10:after", Seen.In(_directory));
        using DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.Equal(4, reader.MaxDoc);
    }

    [Fact]
    public void A_segment_of_failed_documents_only_leaves_nothing_behind()
    {
        using (IndexWriter writer = Open(new StandardAnalyzer()))
        {
            writer.AddDocument(Seen.Document("1", "a"));
            writer.Commit();
            IReadOnlyList<string> files = _directory.ListAll();
            Assert.Throws<InvalidDocumentException>(() => writer.AddDocument(new Document { Field.CreateText("id", "bad") }));
            writer.Flush();
            Assert.Equal(files, _directory.ListAll());
        }
        Assert.Equal("1:a", Seen.In(_directory));
    }

    private InvalidDocumentException AssertFailsAlone(Document bad)
    {
        InvalidDocumentException fault;
        using (IndexWriter writer = Open(new StandardAnalyzer()))
        {
            writer.AddDocument(Seen.Document("1", "good"));
            fault = Assert.Throws<InvalidDocumentException>(() => writer.AddDocument(bad));
            writer.AddDocument(Seen.Document("3", "good"));
        }
        AssertOneDeletedBetween("1:good 3:good");
        return fault;
    }

    private void AssertOneDeletedBetween(string seen)
    {
        Assert.Equal(seen, Seen.In(_directory));
        using DirectoryReader reader = DirectoryReader.Open(_directory);
        Assert.Equal((3, 2), (reader.MaxDoc, reader.NumDocs));
        Assert.False(reader.Leaves[0].Reader.LiveDocs!.Get(1));
    }

    private IndexWriter Open(Analyzer analyzer) => IndexWriter.Open(_directory, new IndexWriterOptions { Analyzer = analyzer, MergePolicy = NoMergePolicy.Instance });

    private sealed class BrokenAnalyzer(string fault) : Analyzer
    {
        protected override AnalysisChain CreateChain()
        {
            var tokenizer = new BrokenTokenizer(fault);
            return new AnalysisChain(tokenizer, tokenizer);
        }
    }

    // Two tokens a text; those of the text "bad" are at fault.
    private sealed class BrokenTokenizer(string fault) : Tokenizer
    {
        private int _tokens;

        public override bool Next()
        {
            if (_tokens++ == 2)
                return false;
            bool isBad = Input.Span is "bad";
            Token.ResetAttributes();
            Token.SetText($"t{_tokens}");
            Token.StartOffset = _tokens;
            Token.EndOffset = _tokens + 1;
            if (!isBad)
                return true;
            switch (fault)
            {
                case "first 0" when _tokens == 1: Token.PositionIncrement = 0; break;
                case "increment -1" when _tokens == 2: Token.PositionIncrement = -1; break;
                case "backwards" when _tokens == 2: Token.StartOffset = 0; break;
                case "end before start" when _tokens == 2: Token.EndOffset = 1; break;
                case "throws" when _tokens == 2: throw new IOException("the text cannot be read");
            }
            return true;
        }

        public override void End()
        {
            Token.ResetAttributes();
            Token.PositionIncrement = 0;
            Token.EndOffset = Token.StartOffset = Input.Length;
        }

        public override void Reset() => _tokens = 0;
    }
}
