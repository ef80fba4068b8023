using Search.Engine.Index;

namespace Search.Engine.Tests.Codecs.Lucene84;

/// <summary>Compares what cursors give with plain lists.</summary>
internal static class PostingsAssert
{
    public static void Field(FieldModel expected, Terms terms)
    {
        Assert.Equal(expected.Terms.Count, terms.Count);
        Assert.Equal(expected.DocCount, terms.DocCount);
        Assert.Equal(expected.SumDocFreq, terms.SumDocFreq);
        Assert.Equal(expected.SumTotalTermFreq, terms.SumTotalTermFreq);
        Assert.Equal(expected.Terms[0].Bytes, terms.Min);
        Assert.Equal(expected.Terms[^1].Bytes, terms.Max);

        TermsEnum cursor = terms.Enumerate();
        PostingsEnum? reuse = null;
        foreach (TermModel term in expected.Terms)
        {
            Assert.True(cursor.Next());
            Assert.Equal(term.Bytes, cursor.Term);
            TermState state = cursor.State;
            Assert.True(terms.TryGet(term.Bytes, out TermState found));
            Assert.Equal((state.DocFreq, state.TotalTermFreq, state.DocStart, state.SkipOffset), (found.DocFreq, found.TotalTermFreq, found.DocStart, found.SkipOffset));
            Assert.Equal(term.Docs.Count, state.DocFreq);
            Assert.Equal(expected.Info.HasFreqs ? term.TotalTermFreq : term.Docs.Count, state.TotalTermFreq);
            reuse = terms.Postings(state, PostingsDetail.Everything, reuse);
            Postings(expected.Info, term, reuse);
            Blocks(expected.Info, term, terms.Blocks(state, withFreqs: true));
            if (expected.Info.HasPositions)
                PositionsOfSome(term, terms.BlocksWithPositions(state));
        }
        Assert.False(cursor.Next());
    }

    public static void Postings(FieldInfo info, TermModel expected, PostingsEnum cursor)
    {
        Assert.Equal(-1, cursor.DocId);
        foreach (DocModel doc in expected.Docs)
        {
            if (cursor.NextDoc() != doc.DocId)
                Assert.Fail($"document {cursor.DocId} instead of {doc.DocId}");
            Document(info, doc, cursor);
        }
        Assert.Equal(DocIdCursor.NoMoreDocs, cursor.NextDoc());
    }

    /// <summary>The positions of some of the current block's documents; in which order, and which, is no matter.</summary>
    public static void Positions(TermModel expected, PostingsBlocks blocks, int firstOfBlock, IEnumerable<int> indexes)
    {
        foreach (int index in indexes)
        {
            DocModel doc = expected.Docs[firstOfBlock + index];
            Assert.Equal(doc.DocId, blocks.Docs[index]);
            Assert.Equal(doc.Positions.Select(at => at.Position), blocks.Positions(index).ToArray());
        }
    }

    private static void PositionsOfSome(TermModel expected, PostingsBlocks blocks)
    {
        for (var first = 0; blocks.NextBlock(); first += blocks.Docs.Length)
        {
            if (first % 3 == 1)
                continue;
            int[] indexes = [.. Enumerable.Range(0, blocks.Docs.Length).Where(index => (first + index) % 5 < 3)];
            Positions(expected, blocks, first, indexes);
        }
    }

    public static void Document(FieldInfo info, DocModel expected, PostingsEnum cursor)
    {
        Assert.Equal((expected.DocId, expected.Freq), (cursor.DocId, cursor.Freq));
        if (!info.HasPositions)
        {
            Assert.Equal(-1, cursor.NextPosition());
            return;
        }
        foreach (PositionModel at in expected.Positions)
        {
            int position = cursor.NextPosition();
            (int, int) offsets = info.HasOffsets ? (at.Start, at.End) : (-1, -1);
            if ((position, cursor.StartOffset, cursor.EndOffset) != (at.Position, offsets.Item1, offsets.Item2))
                Assert.Fail($"{position} [{cursor.StartOffset}, {cursor.EndOffset}) instead of {at}");
            if (!cursor.Payload.SequenceEqual(info.HasPayloads ? at.Payload : []))
                Assert.Fail($"another payload at {at}");
        }
    }

    public static void Blocks(FieldInfo info, TermModel expected, PostingsBlocks blocks)
    {
        Assert.Equal(expected.Docs.Count, blocks.DocFreq);
        var next = 0;
        while (blocks.NextBlock())
        {
            ReadOnlySpan<int> docs = blocks.Docs;
            ReadOnlySpan<int> freqs = blocks.Freqs;
            Assert.Equal(Math.Min(128, expected.Docs.Count - next), docs.Length);
            for (var i = 0; i < docs.Length; i++, next++)
            {
                DocModel doc = expected.Docs[next];
                if (docs[i] != doc.DocId || freqs[i] != (info.HasFreqs ? doc.Freq : 1))
                    Assert.Fail($"document {docs[i]} with {freqs[i]} instead of {doc}");
            }
        }
        Assert.Equal(expected.Docs.Count, next);
        Assert.False(blocks.NextBlock());
    }
}
