namespace Search.Engine.Codecs.Lucene84;

/// <summary>Puts 128 values side by side in the lanes of 64-bit words: what <see cref="PackedBlock"/> calls collapsed.</summary>
internal static class CollapsedValues
{
    /// <summary>Fills 16, 32 or 64 words: two for each bit of a lane.</summary>
    /// <param name="values">128 values below 2^<paramref name="lane"/>.</param>
    /// <param name="lane">Width of a lane: 8, 16 or 32 bits.</param>
    public static void Write(ReadOnlySpan<int> values, int lane, Span<ulong> words)
    {
        values = values[..PackedBlock.Size];
        switch (lane)
        {
            case 8: Write8(values, words[..16]); break;
            case 16: Write16(values, words[..32]); break;
            default: Write32(values, words[..64]); break;
        }
    }

    /// <summary>The definition: value <c>i</c> goes to word <c>i mod words</c>, into the highest lane that is free there.</summary>
    internal static void WriteOneByOne(ReadOnlySpan<int> values, int lane, Span<ulong> words)
    {
        int count = 2 * lane;
        words[..count].Clear();
        for (var i = 0; i < PackedBlock.Size; i++)
            words[i % count] |= (ulong)(uint)values[i] << (64 - lane * (i / count + 1));
    }

    private static void Write8(ReadOnlySpan<int> values, Span<ulong> words)
    {
        for (var j = 0; j < words.Length; j++)
        {
            uint high = (uint)(values[j] << 24 | values[j + 16] << 16 | values[j + 32] << 8 | values[j + 48]);
            uint low = (uint)(values[j + 64] << 24 | values[j + 80] << 16 | values[j + 96] << 8 | values[j + 112]);
            words[j] = (ulong)high << 32 | low;
        }
    }

    private static void Write16(ReadOnlySpan<int> values, Span<ulong> words)
    {
        for (var j = 0; j < words.Length; j++)
            words[j] = (ulong)(uint)(values[j] << 16 | values[j + 32]) << 32 | (uint)(values[j + 64] << 16 | values[j + 96]);
    }

    private static void Write32(ReadOnlySpan<int> values, Span<ulong> words)
    {
        for (var j = 0; j < words.Length; j++)
            words[j] = (ulong)(uint)values[j] << 32 | (uint)values[j + 64];
    }
}
