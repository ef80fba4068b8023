using System.Diagnostics;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Packed;

/// <summary>Writes a non-decreasing sequence as the deviations from a straight line, block by block.</summary>
/// <remarks>README.md, "Monotonic sequence"; container notes, section 2.4. One thread at a time.</remarks>
internal sealed class MonotonicWriter
{
    private readonly DataOutput _meta;
    private readonly IndexOutput _data;
    private readonly long _dataStart;
    private readonly long[] _block;
    private long _previous = long.MinValue;
    private int _filled;

    /// <summary>A sequence whose packed numbers start at the data's position.</summary>
    /// <param name="blockShift">Blocks hold <c>1 &lt;&lt; blockShift</c> numbers; 2 to 22.</param>
    public MonotonicWriter(DataOutput meta, IndexOutput data, int blockShift)
    {
        Debug.Assert(blockShift is >= MonotonicReader.MinBlockShift and <= MonotonicReader.MaxBlockShift);
        _meta = meta;
        _data = data;
        _dataStart = data.FilePointer;
        _block = new long[1 << blockShift];
    }

    /// <summary>Appends a number that is at least the one before.</summary>
    public void Add(long value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, _previous);
        _previous = value;
        _block[_filled++] = value;
        if (_filled == _block.Length)
            FlushBlock();
    }

    /// <summary>Writes what is left; nothing may be added afterwards.</summary>
    public void Finish()
    {
        if (_filled > 0)
            FlushBlock();
    }

    private void FlushBlock()
    {
        Span<long> values = _block.AsSpan(0, _filled);
        var slope = (float)((values[^1] - values[0]) / (double)Math.Max(1, values.Length - 1));
        long min = long.MaxValue;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] -= MonotonicReader.OnLine(slope, i);
            min = Math.Min(min, values[i]);
        }
        long all = 0;
        foreach (ref long value in values)
        {
            value -= min;
            all |= value;
        }

        int width = all == 0 ? 0 : PackedWidth.OfDirect(all);
        _meta.WriteInt64(min);
        _meta.WriteInt32(BitConverter.SingleToInt32Bits(slope));
        _meta.WriteInt64(_data.FilePointer - _dataStart);
        _meta.WriteByte((byte)width);
        if (width > 0)
            PackedWriter.Write(_data, values, width);
        _filled = 0;
    }
}
