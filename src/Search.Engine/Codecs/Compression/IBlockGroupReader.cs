using Search.Engine.Store;

namespace Search.Engine.Codecs.Compression;

/// <summary>Decompresses parts of block groups: a dictionary and sub-blocks that need nothing else.</summary>
/// <remarks>README.md, "Block groups"; container notes, section 11. Stateless.</remarks>
internal interface IBlockGroupReader
{
    /// <summary>How many times larger than its bytes a group can be; what claims more is damaged.</summary>
    int MaxExpansion { get; }

    /// <summary>
    /// Fills <paramref name="destination"/> with the content from <paramref name="from"/> on, and moves the input from the
    /// start of the group behind its end. Only the sub-blocks that overlap are decompressed.
    /// </summary>
    /// <param name="input">Stands at the group.</param>
    /// <param name="length">Bytes of the whole content.</param>
    /// <param name="from">Where the wanted part starts; its end is at most <paramref name="length"/>.</param>
    /// <param name="destination">Takes the wanted part.</param>
    /// <exception cref="CorruptIndexException">No group of this length.</exception>
    void Read(IndexInput input, int length, int from, Span<byte> destination);
}
