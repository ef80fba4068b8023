namespace Search.Engine.Indexing.Buffering;

/// <summary>A growing stream of bytes in a <see cref="ByteArena"/>: where it starts and where the next byte goes.</summary>
/// <remarks>The default is the empty stream. As small as it can be: a term has two.</remarks>
internal struct SliceStream
{
    /// <summary>Address of the first byte; 0: empty.</summary>
    public int Head;

    /// <summary>Address of the next byte.</summary>
    public int Tail;

    /// <summary>Payload of the current slice that is left behind <see cref="Tail"/>.</summary>
    public ushort Room;

    /// <summary>Place of the current slice in the chain, for its length.</summary>
    public byte Level;
}
