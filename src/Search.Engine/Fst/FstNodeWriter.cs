using Search.Engine.Store;

namespace Search.Engine.Fst;

/// <summary>Writes complete nodes, children before parents, in the form that suits each.</summary>
/// <remarks>
/// Postings notes, sections 7.2 to 7.4: when a node gets arcs of one length, when these are addressed directly, and which
/// nodes are shared, is as Lucene chooses. A node's bytes are appended reversed; its address is that of its last byte.
/// </remarks>
internal sealed class FstNodeWriter
{
    private const int ShallowDepth = 3;
    private const int ShallowFixedArcs = 5;
    private const int DeepFixedArcs = 10;
    private const float MaxDirectOversize = 1.66f;

    private readonly ByteBufferOutput _bytes = new(1024);
    private readonly ByteBufferOutput _node = new();
    private readonly List<int> _arcEnds = [];

    // Nodes with one arc, by their content.
    private readonly Dictionary<byte[], long> _shared = new(ByteArrayComparer.Instance);

    // The node written last, or the leaf if that came last.
    private long _lastWritten;

    // Bytes that direct addressing has saved so far and may spend.
    private long _directCredit;

    public FstNodeWriter() => _bytes.WriteByte(0); // no node has the address 0

    public ReadOnlySpan<byte> Bytes => _bytes.Written;

    /// <summary>Writes a node, or finds an equal one.</summary>
    /// <param name="depth">Number of labels before it.</param>
    /// <returns>Its address; <see cref="FstFormat.NoTarget"/> for a node without arcs.</returns>
    public long Write(FstPendingNode node, int depth)
    {
        if (node.Arcs.Count == 0)
        {
            _lastWritten = FstFormat.NoTarget;
            return FstFormat.NoTarget;
        }

        byte[]? content = node.Arcs.Count == 1 ? ContentOf(node.Arcs[0]) : null;
        if (content is not null && _shared.TryGetValue(content, out long known))
            return known;

        bool isFixed = node.Arcs.Count >= (depth <= ShallowDepth ? ShallowFixedArcs : DeepFixedArcs);
        if (isFixed)
            WriteFixed(node.Arcs);
        else
            WriteList(node.Arcs);
        ReadOnlySpan<byte> written = _node.Written;
        for (int i = written.Length - 1; i >= 0; i--)
            _bytes.WriteByte(written[i]);

        long address = _bytes.Length - 1;
        _lastWritten = address;
        if (content is not null)
            _shared.Add(content, address);
        return address;
    }

    private void WriteList(List<FstPendingArc> arcs)
    {
        _node.Clear();
        for (var i = 0; i < arcs.Count; i++)
        {
            int flags = FlagsOf(arcs, i);
            if (arcs[i].Target == _lastWritten)
                flags |= FstFormat.TargetNext;
            WriteArc(_node, arcs[i], flags);
        }
    }

    private void WriteFixed(List<FstPendingArc> arcs)
    {
        var arcBytes = new ByteBufferOutput();
        _arcEnds.Clear();
        var longest = 0;
        for (var i = 0; i < arcs.Count; i++)
        {
            int start = arcBytes.Length;
            WriteArc(arcBytes, arcs[i], FlagsOf(arcs, i));
            longest = Math.Max(longest, arcBytes.Length - start);
            _arcEnds.Add(arcBytes.Length);
        }

        int labelRange = arcs[^1].Label - arcs[0].Label + 1;
        int presenceBytes = (labelRange + 7) / 8;
        int binarySize = longest * arcs.Count;
        int directSize = presenceBytes + 1 + (longest - 1) * arcs.Count;
        bool isDirect = ChooseDirect(binarySize, directSize);

        _node.Clear();
        _node.WriteByte(isDirect ? FstFormat.DirectNode : FstFormat.BinarySearchNode);
        _node.WriteVInt32(isDirect ? labelRange : arcs.Count);
        _node.WriteVInt32(isDirect ? longest - 1 : longest);
        if (isDirect)
            WritePresence(arcs, presenceBytes);
        var from = 0;
        foreach (int end in _arcEnds)
        {
            ReadOnlySpan<byte> arc = arcBytes.Written[from..end];
            _node.WriteByte(arc[0]);
            _node.WriteBytes(isDirect ? arc[2..] : arc[1..]);
            for (int padding = longest - arc.Length; padding > 0; padding--)
                _node.WriteByte(0);
            from = end;
        }
    }

    private bool ChooseDirect(int binarySize, int directSize)
    {
        int cost = directSize - binarySize;
        if (cost > 0 && (_directCredit < cost || directSize > MaxDirectOversize * binarySize))
            return false;
        _directCredit -= cost;
        return true;
    }

    private void WritePresence(List<FstPendingArc> arcs, int presenceBytes)
    {
        Span<byte> presence = stackalloc byte[32];
        presence.Clear();
        byte first = arcs[0].Label;
        foreach (FstPendingArc arc in arcs)
        {
            int index = arc.Label - first;
            presence[index >> 3] |= (byte)(1 << (index & 7));
        }
        _node.WriteBytes(presence[..presenceBytes]);
        _node.WriteByte(first);
    }

    private static int FlagsOf(List<FstPendingArc> arcs, int index)
    {
        FstPendingArc arc = arcs[index];
        return (arc.IsFinal ? FstFormat.Final : 0)
            | (index == arcs.Count - 1 ? FstFormat.LastArc : 0)
            | (arc.Target == FstFormat.NoTarget ? FstFormat.Stop : 0)
            | (arc.Output.Length > 0 ? FstFormat.HasOutput : 0)
            | (arc.FinalOutput.Length > 0 ? FstFormat.HasFinalOutput : 0);
    }

    private static void WriteArc(ByteBufferOutput output, FstPendingArc arc, int flags)
    {
        output.WriteByte((byte)flags);
        output.WriteByte(arc.Label);
        WriteOutput(output, arc.Output);
        WriteOutput(output, arc.FinalOutput);
        if ((flags & (FstFormat.TargetNext | FstFormat.Stop)) == 0)
            output.WriteVInt64(arc.Target);
    }

    private static void WriteOutput(ByteBufferOutput output, byte[] bytes)
    {
        if (bytes.Length == 0)
            return;
        output.WriteVInt32(bytes.Length);
        output.WriteBytes(bytes);
    }

    private static byte[] ContentOf(FstPendingArc arc)
    {
        var content = new ByteBufferOutput(16);
        content.WriteByte(arc.Label);
        content.WriteByte(arc.IsFinal ? (byte)1 : (byte)0);
        content.WriteZInt64(arc.Target);
        content.WriteVInt32(arc.Output.Length);
        content.WriteBytes(arc.Output);
        content.WriteBytes(arc.FinalOutput);
        return content.Written.ToArray();
    }

    private sealed class ByteArrayComparer : IEqualityComparer<byte[]>
    {
        public static readonly ByteArrayComparer Instance = new();

        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(byte[] bytes)
        {
            HashCode hash = default;
            hash.AddBytes(bytes);
            return hash.ToHashCode();
        }
    }
}
