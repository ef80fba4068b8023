namespace Search.Engine.Fst;

/// <summary>Builds a transducer from sorted keys.</summary>
/// <remarks>
/// Postings notes, section 7.5. Only the path of the last key is held open; when the next key leaves it, the nodes behind the
/// parting are complete and are written. Outputs move towards the start as far as all keys behind an arc share them.
/// </remarks>
internal sealed class FstBuilder
{
    private readonly FstNodeWriter _nodes = new();
    private readonly List<FstPendingNode> _path = [new()];
    private byte[] _last = [];
    private bool _hasKeys;

    /// <summary>The node bytes; complete after <see cref="Finish"/>.</summary>
    public ReadOnlySpan<byte> Bytes => _nodes.Bytes;

    /// <summary>Adds a key that is not empty, greater than all before.</summary>
    public void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (key.SequenceCompareTo(_last) <= 0)
            throw new ArgumentException("keys must ascend", nameof(key));
        int shared = _last.AsSpan().CommonPrefixLength(key);
        Freeze(shared);

        ReadOnlySpan<byte> rest = PushOutputs(shared, value);
        for (int depth = shared; depth < key.Length; depth++)
        {
            if (_path.Count == depth + 1)
                _path.Add(new FstPendingNode());
            _path[depth].Arcs.Add(new FstPendingArc { Label = key[depth], Output = depth == shared ? rest.ToArray() : [] });
        }
        _path[key.Length].IsFinal = true;
        _last = key.ToArray();
        _hasKeys = true;
    }

    /// <summary>Writes what is pending.</summary>
    /// <param name="emptyOutput">Value of the empty key; null when that is no key.</param>
    public FstMetadata Finish(byte[]? emptyOutput)
    {
        Freeze(0);
        long start = _hasKeys ? _nodes.Write(_path[0], depth: 0) : 0;
        return new FstMetadata(emptyOutput, start, _nodes.Bytes.Length);
    }

    // Writes the nodes of the last key's path that are deeper than what the next key shares.
    private void Freeze(int shared)
    {
        for (int depth = _last.Length; depth > shared; depth--)
        {
            FstPendingNode node = _path[depth];
            FstPendingArc arc = _path[depth - 1].Arcs[^1];
            arc.IsFinal = node.IsFinal;
            arc.FinalOutput = node.FinalOutput;
            arc.Target = _nodes.Write(node, depth);
            node.Clear();
        }
    }

    // Keeps on the shared arcs what the new value shares; what they must give up moves behind them.
    private ReadOnlySpan<byte> PushOutputs(int shared, ReadOnlySpan<byte> value)
    {
        for (var depth = 0; depth < shared; depth++)
        {
            FstPendingArc arc = _path[depth].Arcs[^1];
            int common = arc.Output.AsSpan().CommonPrefixLength(value);
            if (common < arc.Output.Length)
            {
                _path[depth + 1].Prepend(arc.Output.AsSpan(common));
                arc.Output = arc.Output[..common];
            }
            value = value[common..];
        }
        return value;
    }
}
