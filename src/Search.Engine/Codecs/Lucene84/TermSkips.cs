using System.Runtime.InteropServices;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>The two cursors over the skip data of a term: one moves with its blocks, one looks ahead for bounds. Each is made and started when it is needed.</summary>
internal sealed class TermSkips(IndexInput file, int maxDoc)
{
    private static readonly Impact[] Unknown = [ImpactCodec.Unknown];

    private TermState _term;
    private PostingsShape _shape;
    private SkipCursor? _blocks;
    private SkipCursor? _bounds;
    private bool _blocksStarted;
    private bool _boundsStarted;

    /// <summary>The cursor that moves with the blocks; the term must have skip data.</summary>
    public SkipCursor Blocks => Start(ref _blocks, ref _blocksStarted);

    private SkipCursor Bounds => Start(ref _bounds, ref _boundsStarted);

    /// <summary>Starts over with a term.</summary>
    public void Reset(in TermState term, PostingsShape shape)
    {
        _term = term;
        _shape = shape;
        _blocksStarted = false;
        _boundsStarted = false;
    }

    /// <summary>The cursor that looks ahead, when it stands where the block that holds a target starts and not before a block; else null.</summary>
    public SkipCursor? BoundsAt(int target, int block) =>
        _boundsStarted && _bounds!.Passed.DocId < target && target <= _bounds.UpTo && _bounds.PassedBlocks >= block ? _bounds : null;

    /// <inheritdoc cref="PostingsBlocks.AdvanceShallow"/>
    public int AdvanceBounds(int target)
    {
        if (_term.SkipOffset < 0)
            return DocIdCursor.NoMoreDocs;
        SkipCursor bounds = Bounds;
        bounds.Advance(target);
        return bounds.UpTo;
    }

    /// <inheritdoc cref="PostingsBlocks.ImpactsUpTo"/>
    public ReadOnlySpan<Impact> ImpactsUpTo(int upTo)
    {
        if (_term.SkipOffset < 0)
            return Unknown;
        List<Impact>? impacts = Bounds.ImpactsUpTo(upTo);
        return impacts is null ? Unknown : CollectionsMarshal.AsSpan(impacts);
    }

    /// <inheritdoc cref="PostingsBlocks.SampleImpacts"/>
    public int SampleImpacts(int stretches, Span<Impact> sample)
    {
        if (_term.SkipOffset < 0)
            return 0;
        int count = Bounds.SampleImpacts(stretches, sample);
        _boundsStarted = false;
        return count;
    }

    /// <inheritdoc cref="PostingsBlocks.BoundedUpTo"/>
    public int BoundedUpTo(int upTo) => _term.SkipOffset < 0 ? DocIdCursor.NoMoreDocs : Bounds.BoundedUpTo(upTo);

    private SkipCursor Start(ref SkipCursor? cursor, ref bool started)
    {
        cursor ??= new SkipCursor(file.Clone());
        if (!started)
            cursor.Start(_term, _shape, maxDoc);
        started = true;
        return cursor;
    }
}
