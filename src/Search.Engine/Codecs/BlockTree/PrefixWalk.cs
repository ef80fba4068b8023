using Search.Engine.Fst;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Follows a term through the terms index and stops at every prefix that has a block.</summary>
/// <remarks>Postings notes, section 11: the deepest such prefix holds the term, if any block does.</remarks>
internal ref struct PrefixWalk
{
    private readonly Transducer _index;
    private readonly ReadOnlySpan<byte> _target;
    private FstValue _code;
    private int _node;
    private int _arcsLength;

    /// <param name="memory">For the codes; more is taken from the shared pool.</param>
    public PrefixWalk(Transducer index, ReadOnlySpan<byte> target, Span<byte> memory)
    {
        _index = index;
        _target = target;
        _code = new FstValue(memory);
        _node = index.StartNode;
        PrefixLength = -1;
    }

    /// <summary>Length of the current prefix.</summary>
    public int PrefixLength { get; private set; }

    /// <summary>What the terms index holds for the prefix (<see cref="BlockCode"/>); good until the next move.</summary>
    public readonly ReadOnlySpan<byte> CodeBytes => _code.Bytes;

    /// <summary>Where its block lies.</summary>
    public readonly BlockCode Code
    {
        get
        {
            int next = PrefixLength < _target.Length ? _target[PrefixLength] : -1;
            return BlockCode.Read(_code.Bytes, next, _index.FileName);
        }
    }

    /// <summary>Moves to the next longer prefix; the first is the empty one, of the root block.</summary>
    public bool Next()
    {
        if (PrefixLength < 0)
        {
            PrefixLength = 0;
            _code.Append(_index.EmptyOutput);
            return true;
        }

        // Final outputs end a code; only those of the arcs are common to the longer prefixes.
        _code.Length = _arcsLength;
        for (int depth = PrefixLength; depth < _target.Length && _node != 0;)
        {
            if (!_index.TryFindArc(_node, _target[depth++], out FstArc arc))
                return false;
            _index.CopyOutput(arc.OutputAddress, arc.OutputLength, ref _code);
            _arcsLength = _code.Length;
            _node = arc.Target;
            if (!arc.IsFinal)
                continue;
            _index.CopyOutput(arc.FinalOutputAddress, arc.FinalOutputLength, ref _code);
            PrefixLength = depth;
            return true;
        }
        return false;
    }

    public void Dispose() => _code.Dispose();
}
