using Search.Engine.Index;

namespace Search.Engine.Tests.Infrastructure.Memory;

/// <summary>The postings of one term in blocks, with the impacts of each block, and insistence on legal calls.</summary>
internal sealed class MemoryPostingsBlocks(int[][] docs, int[][] freqs, IReadOnlyDictionary<int, long> norms, int[][]? positions = null)
    : PostingsBlocks
{
    private int _block = -1;
    private int _shallowTarget = -1;

    public override int DocFreq { get; } = docs.Sum(block => block.Length);

    public override ReadOnlySpan<int> Docs => docs[_block];

    public override ReadOnlySpan<int> Freqs => freqs[_block];

    public override bool NextBlock()
    {
        Assert.True(_block < docs.Length, "moved on after the end");
        return ++_block < docs.Length;
    }

    public override bool AdvanceBlock(int target)
    {
        Assert.True(_block < docs.Length, "moved on after the end");
        _block = Math.Max(_block, 0);
        Assert.True(_block == 0 || docs[_block - 1][^1] < target, "the target is behind the current block");
        while (_block < docs.Length && docs[_block][^1] < target)
            _block++;
        return _block < docs.Length;
    }

    public override int AdvanceShallow(int target)
    {
        Assert.True(target >= _shallowTarget, "shallow targets descend");
        _shallowTarget = target;
        return Array.Find(docs, block => block[^1] >= target)?[^1] ?? DocIdCursor.NoMoreDocs;
    }

    // Levels of one, four, sixteen, … blocks.
    public override int BoundedUpTo(int upTo)
    {
        int block = Array.FindIndex(docs, ids => ids[^1] >= _shallowTarget);
        for (var size = 1; block >= 0; size *= 4)
        {
            int last = ((block / size) + 1) * size - 1;
            if (last >= docs.Length)
                break;
            if (docs[last][^1] >= upTo)
                return docs[last][^1];
        }
        return DocIdCursor.NoMoreDocs;
    }

    // Bounds, which no document need have.
    public override int SampleImpacts(int stretches, Span<Impact> sample)
    {
        Assert.Equal(-1, _block);
        Impact[] impacts = [.. freqs.Take(Math.Min(2 * stretches, sample.Length)).Select(block => new Impact(block.Max(), 1))];
        impacts.CopyTo(sample);
        return impacts.Length;
    }

    public override ReadOnlySpan<Impact> ImpactsUpTo(int upTo)
    {
        upTo = BoundedUpTo(upTo);
        var impacts = new List<Impact>();
        for (var block = 0; block < docs.Length; block++)
        {
            if (docs[block][^1] < _shallowTarget || docs[block][0] > upTo)
                continue;
            for (var i = 0; i < docs[block].Length; i++)
                impacts.Add(new Impact(freqs[block][i], norms.GetValueOrDefault(docs[block][i], 1)));
        }
        return impacts.Count == 0 ? [new Impact(int.MaxValue, 1)] : impacts.ToArray();
    }

    public override ReadOnlySpan<int> Positions(int index)
    {
        Assert.True(positions is not null, "positions were not asked for");
        int[] found = positions[docs.Take(_block).Sum(block => block.Length) + index];
        Assert.Equal(freqs[_block][index], found.Length);
        return found;
    }
}
