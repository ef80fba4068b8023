using System.Diagnostics.CodeAnalysis;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>One visit of a tree: goes down wherever a cell is not outside.</summary>
/// <remarks>
/// README.md, "Points", packed index; column notes, section 4.3. One thread at a time. Nodes are numbered by the number of
/// leaves below them, so the recursion is at most 31 deep, and every right node takes at least a byte of the index.
/// </remarks>
internal abstract class PointsTreeWalk
{
    private readonly PointsTreeMetadata _tree;
    private readonly IPointVisitor _visitor;
    private readonly IndexInput _index;

    // The cell of the current node, the last split value of each dimension, and whether that split was left downwards.
    private readonly byte[] _min;
    private readonly byte[] _max;
    private readonly byte[] _split;
    private readonly bool[] _isLeftOfSplit;

    protected PointsTreeWalk(PointsTreeMetadata tree, IPointVisitor visitor)
    {
        _tree = tree;
        _visitor = visitor;
        _index = tree.Index.Clone();
        _min = (byte[])tree.Min.Clone();
        _max = (byte[])tree.Max.Clone();
        _split = new byte[tree.Min.Length];
        _isLeftOfSplit = new bool[tree.IndexDimensions];
    }

    /// <summary>Walks the whole tree.</summary>
    public void Walk()
    {
        _index.Seek(0);
        Visit(_tree.Leaves, _index.ReadVInt64());
    }

    /// <summary>Leaves in front of the current subtree.</summary>
    protected int Leaf { get; private set; }

    /// <summary>A subtree whose cell is inside; <see cref="VisitLeaves"/> goes through its leaves.</summary>
    protected abstract void OnInside(int leaves, long pointer);

    /// <summary>A leaf whose cell crosses.</summary>
    protected abstract void OnCrossing(long pointer);

    /// <summary>A leaf of a subtree that is inside.</summary>
    protected virtual void OnInsideLeaf(long pointer)
    {
    }

    /// <summary>Goes through the leaves of the current subtree without judging cells.</summary>
    protected void VisitLeaves(int leaves, long pointer)
    {
        if (leaves == 1)
            OnInsideLeaf(pointer);
        else
            VisitChildren(leaves, pointer, isInside: true);
    }

    // The index stands behind the pointer of the node, which is that of its leftmost leaf.
    private void Visit(int leaves, long pointer)
    {
        int end = Leaf + leaves;
        CellRelation relation = _visitor.Compare(_min, _max);
        if (relation == CellRelation.Inside)
            OnInside(leaves, pointer);
        else if (relation == CellRelation.Crosses && leaves == 1)
            OnCrossing(pointer);
        else if (relation == CellRelation.Crosses)
            VisitChildren(leaves, pointer, isInside: false);
        Leaf = end;
    }

    private void VisitChildren(int leaves, long pointer, bool isInside)
    {
        int left = Lucene86PointsFormat.LeftLeaves(leaves);
        int dimension = ReadSplitHeader(out int prefix, out int delta);
        Range bytes = (dimension * _tree.Width)..((dimension + 1) * _tree.Width);
        Span<byte> split = _split.AsSpan(bytes);
        Span<byte> outerSplit = stackalloc byte[split.Length];
        split.CopyTo(outerSplit);
        bool outerIsLeft = _isLeftOfSplit[dimension];
        ReadSplit(split, prefix, outerIsLeft ? -delta : delta);
        long right = ReadLeftSize(left);

        VisitLeft(left, pointer, dimension, bytes, isInside);
        if (_index.Position > right)
            Throw("a left subtree that reaches into the right one"); // else bytes could be read twice, level by level
        _index.Seek(right);
        VisitRight(leaves - left, pointer, dimension, bytes, isInside);

        outerSplit.CopyTo(split);
        _isLeftOfSplit[dimension] = outerIsLeft;
    }

    private void VisitLeft(int leaves, long pointer, int dimension, Range bytes, bool isInside)
    {
        Span<byte> bound = _max.AsSpan(bytes);
        Span<byte> outerBound = stackalloc byte[bound.Length];
        bound.CopyTo(outerBound);

        _split.AsSpan(bytes).CopyTo(bound);
        _isLeftOfSplit[dimension] = true;
        VisitChild(leaves, pointer, isInside);
        outerBound.CopyTo(bound);
    }

    private void VisitRight(int leaves, long parentPointer, int dimension, Range bytes, bool isInside)
    {
        Span<byte> bound = _min.AsSpan(bytes);
        Span<byte> outerBound = stackalloc byte[bound.Length];
        bound.CopyTo(outerBound);

        _split.AsSpan(bytes).CopyTo(bound);
        _isLeftOfSplit[dimension] = false;
        VisitChild(leaves, parentPointer + _index.ReadVInt64(), isInside);
        outerBound.CopyTo(bound);
    }

    private void VisitChild(int leaves, long pointer, bool isInside)
    {
        if (isInside)
            VisitLeaves(leaves, pointer);
        else
            Visit(leaves, pointer);
    }

    private int ReadSplitHeader(out int prefix, out int delta)
    {
        var code = (uint)_index.ReadVInt32();
        uint width = (uint)_tree.Width;
        (code, uint dimension) = Math.DivRem(code, (uint)_tree.IndexDimensions);
        (code, uint shared) = Math.DivRem(code, 1 + width);
        if (code > byte.MaxValue)
            Throw("the split value's byte differs by more than a byte holds");
        prefix = (int)shared;
        delta = (int)code;
        return (int)dimension;
    }

    // The bytes shared with the last split of the dimension stay.
    private void ReadSplit(Span<byte> split, int prefix, int delta)
    {
        if (prefix == split.Length)
            return;
        int value = split[prefix] + delta;
        if ((uint)value > byte.MaxValue)
            Throw("the split value lies outside of its cell");
        split[prefix] = (byte)value;
        _index.ReadBytes(split[(prefix + 1)..]);
    }

    // Where the right child begins. A left leaf takes no bytes.
    private long ReadLeftSize(int leftLeaves)
    {
        int size = leftLeaves > 1 ? _index.ReadVInt32() : 0;
        long right = _index.Position + size;
        if (size < 0 || right > _index.Length)
            Throw($"a left subtree of {size} bytes");
        return right;
    }

    [DoesNotReturn]
    private void Throw(string message) => throw new CorruptIndexException(message, _index);
}
