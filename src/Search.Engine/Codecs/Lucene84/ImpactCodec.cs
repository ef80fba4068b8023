using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Lists of impacts as differences.</summary>
/// <remarks>Postings notes, section 5.4.</remarks>
internal static class ImpactCodec
{
    /// <summary>The pair that says that nothing is known.</summary>
    public static Impact Unknown => new(int.MaxValue, 1);

    public static void Write(List<Impact> impacts, DataOutput output)
    {
        Impact previous = default;
        foreach (Impact impact in impacts)
        {
            int freqDelta = impact.Freq - previous.Freq - 1;
            long normDelta = impact.Norm - previous.Norm - 1;
            if (normDelta == 0)
            {
                output.WriteVInt32(freqDelta << 1);
            }
            else
            {
                output.WriteVInt32((freqDelta << 1) | 1);
                output.WriteZInt64(normDelta);
            }
            previous = impact;
        }
    }

    /// <summary>Reads the impacts up to byte offset <paramref name="end"/>.</summary>
    /// <exception cref="CorruptIndexException">None, or not strictly ascending, or more bytes than said.</exception>
    public static void Read(IndexInput input, long end, List<Impact> impacts)
    {
        impacts.Clear();
        Impact previous = default;
        while (input.Position < end)
        {
            var code = (uint)input.ReadVInt32();
            var freq = (int)(previous.Freq + 1 + (code >> 1));
            long norm = previous.Norm + 1 + ((code & 1) != 0 ? input.ReadZInt64() : 0);
            if (freq <= previous.Freq || (impacts.Count > 0 && (ulong)norm <= (ulong)previous.Norm))
                throw new CorruptIndexException("impacts that do not ascend", input);
            previous = new Impact(freq, norm);
            impacts.Add(previous);
        }
        if (impacts.Count == 0 || input.Position != end)
            throw new CorruptIndexException("impacts that do not fill their bytes", input);
    }
}
