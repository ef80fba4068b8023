namespace Search.Engine.Codecs.Lucene86;

/// <summary>Where the leaves of a tree in the making start, and what separates them: the split of the inner node whose right subtree a leaf starts.</summary>
/// <remarks>Every leaf but the first is the leftmost leaf of exactly one right subtree. One thread at a time.</remarks>
/// <param name="width">Bytes of a dimension.</param>
internal sealed class PointsSplits(int width)
{
    private readonly List<long> _pointers = [];
    private readonly List<byte> _dimensions = [];
    private byte[] _values = new byte[16 * width];

    /// <summary>Number of leaves.</summary>
    public int LeafCount => _pointers.Count;

    /// <summary>Byte offset of a leaf.</summary>
    public long Pointer(int leaf) => _pointers[leaf];

    /// <summary>Dimension of the split before a leaf.</summary>
    public int Dimension(int leaf) => _dimensions[leaf];

    /// <summary>Value of the split before a leaf.</summary>
    public ReadOnlySpan<byte> Value(int leaf) => _values.AsSpan(leaf * width, width);

    /// <summary>Adds the next leaf.</summary>
    /// <param name="value">The split before it; not used for the first leaf.</param>
    public void Add(long pointer, ReadOnlySpan<byte> value, int dimension = 0)
    {
        int end = (LeafCount + 1) * width;
        if (end > _values.Length)
            Array.Resize(ref _values, 2 * end);
        value.CopyTo(_values.AsSpan(LeafCount * width, width));
        _pointers.Add(pointer);
        _dimensions.Add((byte)dimension);
    }
}
