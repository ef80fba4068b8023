using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Packs the inner nodes of a one-dimensional tree in one pre-order walk.</summary>
/// <remarks>README.md, "Points", packed index; column notes, section 4.3. One thread at a time.</remarks>
/// <param name="width">Bytes of a value.</param>
/// <param name="pointers">Byte offset of each leaf.</param>
/// <param name="firstValues">First value of each leaf.</param>
internal sealed class PointsIndexWriter(int width, ReadOnlyMemory<long> pointers, ReadOnlyMemory<byte> firstValues)
{
    /// <summary>Appends the packed index of all leaves.</summary>
    public void Write(DataOutput index)
    {
        index.WriteVInt64(pointers.Span[0]);
        WriteNode(index, firstLeaf: 0, pointers.Length, stackalloc byte[width], isLeftOfLast: false);
    }

    // The node's pointer is written already.
    private void WriteNode(DataOutput index, int firstLeaf, int leaves, ReadOnlySpan<byte> lastSplit, bool isLeftOfLast)
    {
        if (leaves == 1)
            return;
        int left = Lucene86PointsFormat.LeftLeaves(leaves);
        int firstRight = firstLeaf + left;
        ReadOnlySpan<byte> split = firstValues.Span.Slice(firstRight * width, width);
        WriteSplit(index, split, lastSplit, isLeftOfLast);
        if (left > 1)
        {
            var nodes = new ByteBufferOutput();
            WriteNode(nodes, firstLeaf, left, split, isLeftOfLast: true);
            index.WriteVInt32(nodes.Length);
            index.WriteBytes(nodes.Written);
        }
        index.WriteVInt64(pointers.Span[firstRight] - pointers.Span[firstLeaf]);
        WriteNode(index, firstRight, leaves - left, split, isLeftOfLast: false);
    }

    private void WriteSplit(DataOutput index, ReadOnlySpan<byte> split, ReadOnlySpan<byte> lastSplit, bool isLeftOfLast)
    {
        int prefix = split.CommonPrefixLength(lastSplit);
        if (prefix == width)
        {
            index.WriteVInt32(prefix);
            return;
        }
        int delta = isLeftOfLast ? lastSplit[prefix] - split[prefix] : split[prefix] - lastSplit[prefix];
        index.WriteVInt32(delta * (1 + width) + prefix);
        index.WriteBytes(split[(prefix + 1)..]);
    }
}
