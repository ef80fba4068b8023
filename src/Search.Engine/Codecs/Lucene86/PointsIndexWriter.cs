using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Packs the inner nodes of a tree in one pre-order walk.</summary>
/// <remarks>README.md, "Points", packed index; column notes, section 4.3. One thread at a time.</remarks>
internal sealed class PointsIndexWriter
{
    private readonly int _width;
    private readonly PointsSplits _splits;

    // Of each dimension: the last split value on the way down, and whether that split was left downwards.
    private readonly byte[] _lastSplit;
    private readonly bool[] _isLeftOfSplit;

    /// <param name="width">Bytes of a dimension.</param>
    /// <param name="indexDimensions">Dimensions that the tree splits on.</param>
    public PointsIndexWriter(int width, int indexDimensions, PointsSplits splits)
    {
        _width = width;
        _splits = splits;
        _lastSplit = new byte[indexDimensions * width];
        _isLeftOfSplit = new bool[indexDimensions];
    }

    /// <summary>Appends the packed index of all leaves.</summary>
    public void Write(DataOutput index)
    {
        index.WriteVInt64(_splits.Pointer(0));
        WriteNode(index, firstLeaf: 0, _splits.LeafCount);
    }

    // The node's pointer is written already.
    private void WriteNode(DataOutput index, int firstLeaf, int leaves)
    {
        if (leaves == 1)
            return;
        int left = Lucene86PointsFormat.LeftLeaves(leaves);
        int firstRight = firstLeaf + left;
        int dimension = _splits.Dimension(firstRight);
        bool outerIsLeft = _isLeftOfSplit[dimension];
        Span<byte> last = _lastSplit.AsSpan(dimension * _width, _width);
        Span<byte> outer = stackalloc byte[_width];
        last.CopyTo(outer);
        WriteSplit(index, dimension, _splits.Value(firstRight), last);
        _splits.Value(firstRight).CopyTo(last);

        _isLeftOfSplit[dimension] = true;
        if (left > 1)
        {
            var nodes = new ByteBufferOutput();
            WriteNode(nodes, firstLeaf, left);
            index.WriteVInt32(nodes.Length);
            index.WriteBytes(nodes.Written);
        }
        _isLeftOfSplit[dimension] = false;
        index.WriteVInt64(_splits.Pointer(firstRight) - _splits.Pointer(firstLeaf));
        WriteNode(index, firstRight, leaves - left);

        outer.CopyTo(last);
        _isLeftOfSplit[dimension] = outerIsLeft;
    }

    private void WriteSplit(DataOutput index, int dimension, ReadOnlySpan<byte> split, ReadOnlySpan<byte> last)
    {
        int prefix = split.CommonPrefixLength(last);
        var delta = 0;
        if (prefix < _width)
            delta = _isLeftOfSplit[dimension] ? last[prefix] - split[prefix] : split[prefix] - last[prefix];
        index.WriteVInt32((delta * (1 + _width) + prefix) * _isLeftOfSplit.Length + dimension);
        if (prefix < _width)
            index.WriteBytes(split[(prefix + 1)..]);
    }
}
