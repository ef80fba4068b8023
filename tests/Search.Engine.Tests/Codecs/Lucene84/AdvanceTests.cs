using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;

namespace Search.Engine.Tests.Codecs.Lucene84;

public sealed class AdvanceTests(AdvanceTests.Sample terms) : IClassFixture<AdvanceTests.Sample>
{
    private const int MaxDoc = 400_000;

    // The last two reach the third and the fourth level of skip data (8^2 and 8^3 blocks of 128 documents are needed).
    private static readonly int[] DocFreqs = [1, 2, 127, 128, 129, 255, 256, 257, 1024, 1025, 1153, 9000, 70_000];

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 3000)]
    [InlineData(3, 100_000)]
    public void Documents_and_positions_after_a_jump_equal_a_plain_scan(int seed, int stride)
    {
        var random = new Random(seed);
        PostingsEnum? cursor = null;
        foreach (TermModel term in terms.Field.Terms)
        {
            cursor = terms.Read.Postings(StateOf(term), PostingsDetail.Everything, cursor);
            for (var moves = 0; moves < 2000; moves++)
            {
                int target = cursor.DocId + 1 + (random.Next(3) == 0 ? 0 : random.Next(stride));
                int expected = IndexOfFirstAtLeast(term, target);
                int found = target == cursor.DocId + 1 && random.Next(2) == 0 ? cursor.NextDoc() : cursor.Advance(target);
                if (expected == term.Docs.Count)
                {
                    Assert.Equal(DocIdCursor.NoMoreDocs, found);
                    break;
                }
                Assert.Equal(term.Docs[expected].DocId, found);
                if (random.Next(2) == 0)
                    PostingsAssert.Document(terms.Field.Info, term.Docs[expected], cursor);
            }
        }
    }

    [Theory]
    [InlineData(1, 300)]
    [InlineData(2, 20_000)]
    public void Positions_of_documents_of_a_block_after_a_jump_equal_a_plain_scan(int seed, int stride)
    {
        var random = new Random(seed);
        foreach (TermModel term in terms.Field.Terms)
        {
            PostingsBlocks blocks = terms.Read.BlocksWithPositions(StateOf(term));
            for (int target = random.Next(stride); blocks.AdvanceBlock(target); target = Math.Max(target, blocks.Docs[^1]) + 1 + random.Next(stride))
            {
                int first = IndexOfFirstAtLeast(term, blocks.Docs[0]);
                int count = blocks.Docs.Length;
                int[] indexes = [random.Next(count), random.Next(count), count - 1, 0];
                PostingsAssert.Positions(term, blocks, first, random.Next(2) == 0 ? indexes.Order() : indexes);
            }
        }
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 3000)]
    [InlineData(3, 100_000)]
    public void Blocks_after_a_jump_equal_a_plain_scan(int seed, int stride)
    {
        var random = new Random(seed);
        foreach (TermModel term in terms.Field.Terms)
        {
            PostingsBlocks blocks = terms.Read.Blocks(StateOf(term), withFreqs: true);
            var target = 0;
            var block = -1;
            while (true)
            {
                bool moved;
                if (random.Next(3) == 0)
                {
                    moved = blocks.NextBlock();
                    block++;
                }
                else
                {
                    target += random.Next(stride);
                    if (random.Next(2) == 0)
                        blocks.AdvanceShallow(Math.Max(target, 0));
                    moved = blocks.AdvanceBlock(target);
                    block = Math.Max(Math.Max(block, 0), IndexOfFirstAtLeast(term, target) / 128);
                    if (IndexOfFirstAtLeast(term, target) == term.Docs.Count)
                        block = int.MaxValue;
                }
                Assert.Equal(block < (term.Docs.Count + 127) / 128, moved);
                if (!moved)
                    break;
                DocModel[] expected = [.. term.Docs.Skip(block * 128).Take(128)];
                target = Math.Max(target, expected[0].DocId);
                if (random.Next(2) == 0)
                    Assert.Equal(expected.Select(doc => doc.DocId), blocks.Docs.ToArray());
                if (random.Next(2) == 0)
                    Assert.Equal(expected.Select(doc => doc.Freq), blocks.Freqs.ToArray());
            }
        }
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 40)]
    [InlineData(3, 700)]
    [InlineData(4, 30_000)]
    public void Documents_of_a_list_that_a_term_has_equal_those_of_a_plain_scan(int seed, int stride)
    {
        var random = new Random(seed);
        foreach (TermModel term in terms.Field.Terms)
        {
            Dictionary<int, int> freqs = term.Docs.ToDictionary(doc => doc.DocId, doc => doc.Freq);
            PostingsBlocks blocks = terms.Read.Blocks(StateOf(term), withFreqs: true);
            var places = new int[256];
            var found = new int[256];
            var goesOn = true;
            for (int docId = random.Next(stride); goesOn && docId < MaxDoc;)
            {
                var wanted = new List<int>();
                for (int count = 1 + random.Next(400); wanted.Count < count && docId < MaxDoc; docId += 1 + (random.Next(3) == 0 ? 0 : random.Next(stride)))
                {
                    // Half of those that are not the term's are exchanged for the next one that is.
                    int next = random.Next(2) == 0 ? IndexOfFirstAtLeast(term, docId) : term.Docs.Count;
                    docId = next < term.Docs.Count ? term.Docs[next].DocId : docId;
                    wanted.Add(docId);
                }
                if (random.Next(4) == 0 && !(goesOn = blocks.AdvanceBlock(wanted[0])))
                    break;
                var seen = 0;
                while (goesOn && seen < wanted.Count)
                {
                    bool withFreqs = random.Next(4) > 0;
                    int[] rest = [.. wanted.Skip(seen)];
                    goesOn = blocks.Match(rest, places, withFreqs ? found : [], out int count, out int looked);
                    int[] expected = [.. Enumerable.Range(0, goesOn ? looked : rest.Length).Where(i => freqs.ContainsKey(rest[i]))];
                    Assert.Equal(expected, places.AsSpan(0, count).ToArray());
                    if (withFreqs)
                        Assert.Equal(expected.Select(i => freqs[rest[i]]), found.AsSpan(0, count).ToArray());
                    Assert.True(!goesOn || looked > 0);
                    seen += looked;
                }
                if (goesOn && random.Next(4) == 0)
                    Assert.Contains(blocks.Docs[^1], freqs);
            }
        }
    }

    [Fact]
    public void Impacts_on_every_level_are_the_competitive_pairs()
    {
        foreach (TermModel term in terms.Field.Terms.Where(term => term.Docs.Count is > 128 and < 20_000))
            ImpactAssert.Minimal(terms.Read, StateOf(term), docId => docId % 200 + 1);
    }

    [Fact]
    public void Impacts_bound_every_document_of_any_range()
    {
        var random = new Random(7);
        foreach (TermModel term in terms.Field.Terms)
        {
            PostingsBlocks blocks = terms.Read.Blocks(StateOf(term), withFreqs: false);
            for (var target = 0; target < MaxDoc; target += random.Next(MaxDoc / 50))
            {
                blocks.AdvanceShallow(target);
                int upTo = target + random.Next(MaxDoc / 10);
                Impact[] impacts = blocks.ImpactsUpTo(upTo).ToArray();
                foreach (DocModel doc in term.Docs.Where(doc => doc.DocId >= target && doc.DocId <= upTo))
                    Assert.Contains(impacts, impact => impact.Freq >= doc.Freq && impact.Norm <= doc.DocId % 200 + 1);
            }
        }
    }

    private TermState StateOf(TermModel term)
    {
        Assert.True(terms.Read.TryGet(term.Bytes, out TermState state));
        return state;
    }

    private static int IndexOfFirstAtLeast(TermModel term, int target)
    {
        int low = 0, high = term.Docs.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (term.Docs[middle].DocId < target)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Terms of many sizes, written once for all tests.</summary>
    public sealed class Sample : IDisposable
    {
        private readonly WrittenPostings _written;
        private readonly Lucene84FieldsReader _reader;

        public Sample()
        {
            var info = new FieldInfo { Name = "f", Number = 0, IndexOptions = IndexOptions.DocsFreqsPositionsAndOffsets, HasPayloads = true };
            var random = new RandomPostings(11);
            var model = new PostingsModel { MaxDoc = MaxDoc };
            model.Fields.Add(new FieldModel(
                info,
                [.. DocFreqs.Select((docFreq, i) => random.Term(info, [(byte)i], MaxDoc, docFreq))],
                new NormFormula(docId => docId % 200 + 1)));
            Field = model.Fields[0];
            _written = model.Write();
            _reader = _written.Open();
            Read = _reader.Terms(info.Name)!;
        }

        internal FieldModel Field { get; }

        internal Terms Read { get; }

        public void Dispose()
        {
            _reader.Dispose();
            _written.Dispose();
        }
    }
}
