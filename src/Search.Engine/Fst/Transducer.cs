using Search.Engine.Store;

namespace Search.Engine.Fst;

/// <summary>A finite-state transducer: maps byte strings to byte strings, sharing beginnings.</summary>
/// <remarks>
/// <para>Postings notes, section 7. Nothing is loaded: nodes are read where they lie, each time. An arc's outputs are
/// appended on the way; a key's value is what stands on its arcs, and the final output of the last.</para>
/// <para>Immutable and shareable.</para>
/// </remarks>
internal sealed class Transducer
{
    private readonly IndexInput _input;
    private readonly int _byteCount;

    /// <param name="input">The file; only read at absolute offsets, so that it can be shared.</param>
    /// <param name="offset">Where the node bytes start.</param>
    public Transducer(IndexInput input, long offset, FstMetadata metadata)
    {
        _input = input;
        _byteCount = (int)metadata.ByteCount;
        FileOffset = offset;
        EmptyOutput = metadata.EmptyOutput;
        StartNode = (int)metadata.StartNode;
        input.SpanAt(offset, _byteCount);
    }

    /// <summary>Value of the empty key; null when that is no key.</summary>
    public byte[]? EmptyOutput { get; }

    /// <summary>Address of the first node; 0 when there are no arcs.</summary>
    public int StartNode { get; }

    /// <summary>All node bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _input.SpanAt(FileOffset, _byteCount);

    internal string FileName => _input.Name;

    internal long FileOffset { get; }

    /// <summary>Finds the arc of a label.</summary>
    /// <param name="node">Address of a node, not 0.</param>
    public bool TryFindArc(int node, byte label, out FstArc arc) => new FstNode(this, node).TryFind(label, out arc);

    /// <summary>Appends an output to a value.</summary>
    /// <param name="address">Of its first byte.</param>
    public void CopyOutput(int address, int length, ref FstValue value)
    {
        ReadOnlySpan<byte> bytes = Bytes;
        for (var i = 0; i < length; i++)
            value.Append(bytes[address - i]);
    }

    /// <summary>The value of a key, or null.</summary>
    public byte[]? Find(ReadOnlySpan<byte> key)
    {
        if (key.IsEmpty)
            return EmptyOutput;
        FstValue value = new(stackalloc byte[64]);
        try
        {
            int node = StartNode;
            FstArc arc = default;
            foreach (byte label in key)
            {
                if (node == 0 || !TryFindArc(node, label, out arc))
                    return null;
                CopyOutput(arc.OutputAddress, arc.OutputLength, ref value);
                node = arc.Target;
            }
            if (!arc.IsFinal)
                return null;
            CopyOutput(arc.FinalOutputAddress, arc.FinalOutputLength, ref value);
            return value.Bytes.ToArray();
        }
        finally
        {
            value.Dispose();
        }
    }
}
