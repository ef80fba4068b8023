using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene50;
using Search.Engine.Store;
using Search.Engine.Util;

namespace Search.Engine.Tests.Codecs.Lucene50;

public sealed class Lucene50LiveDocsFormatTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void Live_documents_come_back(int maxDoc)
    {
        FixedBitSet live = AllBut(maxDoc, Enumerable.Range(0, maxDoc).Where(doc => doc % 3 == 0));
        SegmentCommitInfo commit = Commit(maxDoc, (maxDoc + 2) / 3, generation: 36);
        Assert.Equal("_0_10.liv", Lucene50LiveDocsFormat.Write(_directory, commit, live));
        FixedBitSet read = Lucene50LiveDocsFormat.Read(_directory, commit);
        Assert.Equal(live.Words, read.Words);
        Assert.Equal(maxDoc, read.Length);
    }

    [Fact]
    public void Layout_is_that_of_the_specification()
    {
        Lucene50LiveDocsFormat.Write(_directory, Commit(40, 1, generation: 1), AllBut(40, [9]));
        byte[] file = CodecFiles.Read(_directory, "_0_1.liv");
        Assert.Equal("000000FFFFFFFDFF", Convert.ToHexString(file.AsSpan(^24..^16)));
    }

    [Fact]
    public void A_wrong_number_of_deletions_is_refused()
    {
        Lucene50LiveDocsFormat.Write(_directory, Commit(40, 1, generation: 1), AllBut(40, [9]));
        Assert.Throws<CorruptIndexException>(() => Lucene50LiveDocsFormat.Read(_directory, Commit(40, 2, generation: 1)));
        Assert.Throws<CorruptIndexException>(() => Lucene50LiveDocsFormat.Read(_directory, Commit(400, 361, generation: 1)));
        Assert.Throws<ArgumentException>(() => Lucene50LiveDocsFormat.Write(_directory, Commit(40, 2, generation: 2), AllBut(40, [9])));
    }

    [Fact]
    public void Damage_is_refused()
    {
        SegmentCommitInfo commit = Commit(70, 1, generation: 1);
        Lucene50LiveDocsFormat.Write(_directory, commit, AllBut(70, [9]));
        CodecFiles.AssertEveryDamageIsRefused(_directory, "_0_1.liv", () => Lucene50LiveDocsFormat.Read(_directory, commit));
    }

    private static SegmentCommitInfo Commit(int maxDoc, int deletions, long generation) => new()
    {
        Segment = CodecFiles.Segment(maxDoc),
        DeletionCount = deletions,
        DeletionGeneration = generation,
    };

    private static FixedBitSet AllBut(int maxDoc, IEnumerable<int> deleted)
    {
        var live = new FixedBitSet(maxDoc);
        live.SetRange(0, maxDoc);
        foreach (int doc in deleted)
            live.Clear(doc);
        return live;
    }
}
