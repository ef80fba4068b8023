using Search.Engine.Codecs.Packed;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Writes one direct run number by number, so that a column never stands in memory.</summary>
/// <remarks>Column notes, section 1.4. A chunk of a multiple of 8 numbers is whole bytes, whatever the width.</remarks>
internal sealed class PackedStream(DataOutput output, int bitsPerValue)
{
    private readonly long[] _chunk = new long[1024];
    private int _filled;

    public void Add(long value)
    {
        if (_filled == _chunk.Length)
        {
            PackedWriter.WritePlain(output, _chunk, bitsPerValue);
            _filled = 0;
        }
        _chunk[_filled++] = value;
    }

    /// <summary>Writes what is left and the padding.</summary>
    public void Finish() => PackedWriter.Write(output, _chunk.AsSpan(0, _filled), bitsPerValue);
}
