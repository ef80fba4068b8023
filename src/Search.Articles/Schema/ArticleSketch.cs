using System.Buffers.Binary;

namespace Search.Articles.Schema;

/// <summary>A few bytes that tell nearly identical texts: of every 32nd part of all runs of three words, the one with the least hash.</summary>
/// <remarks>
/// Eight bands of four lanes of 16 bits, each band a 64-bit little-endian number; a lane without any run is 0. Lanes that agree
/// estimate the share of runs that two texts have in common (one-permutation min-hashing).
/// </remarks>
internal static class ArticleSketch
{
    /// <summary>Numbers of a sketch.</summary>
    public const int Bands = 8;

    private const int LanesPerBand = 4;
    private const int Lanes = Bands * LanesPerBand;
    private const int RunLength = 3;

    // Two texts are nearly identical when seven in ten runs agree. Sketches of very short texts must be the same.
    private const double LeastShare = 0.7;
    private const int FewLanes = 8;

    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static byte[] Of(Article article)
    {
        Span<ulong> least = stackalloc ulong[Lanes];
        least.Fill(ulong.MaxValue);
        Span<ulong> run = stackalloc ulong[RunLength];
        var words = 0;
        foreach (Paragraph paragraph in article.Paragraphs)
            AddWords(paragraph.Text, run, ref words, least);
        var bytes = new byte[Lanes * sizeof(ushort)];
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (least[lane] != ulong.MaxValue)
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(lane * sizeof(ushort)), (ushort)Math.Max(least[lane] & 0xFFFF, 1));
        }
        return bytes;
    }

    /// <summary>Reads the bands of a sketch; false when the bytes are none.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, Span<ulong> bands)
    {
        if (bytes.Length != Bands * sizeof(ulong))
            return false;
        for (var band = 0; band < Bands; band++)
            bands[band] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(band * sizeof(ulong))..]);
        return true;
    }

    /// <summary>Whether two sketches are of nearly identical texts.</summary>
    public static bool AreAlike(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        var used = 0;
        var equal = 0;
        for (var band = 0; band < Bands; band++)
        {
            for (var lane = 0; lane < LanesPerBand; lane++)
            {
                var first = (ushort)(one[band] >> (lane * 16));
                var second = (ushort)(other[band] >> (lane * 16));
                if ((first | second) == 0)
                    continue;
                used++;
                if (first == second)
                    equal++;
            }
        }
        return used < FewLanes ? used > 0 && equal == used : equal >= used * LeastShare;
    }

    private static void AddWords(string text, Span<ulong> run, ref int words, Span<ulong> least)
    {
        ulong hash = Offset;
        var isWord = false;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                hash = (hash ^ char.ToLowerInvariant(text[i])) * Prime;
                isWord = true;
            }
            else if (isWord)
            {
                run[words % RunLength] = hash;
                if (++words >= RunLength)
                    AddRun(run, words, least);
                hash = Offset;
                isWord = false;
            }
        }
    }

    private static void AddRun(ReadOnlySpan<ulong> run, int words, Span<ulong> least)
    {
        ulong hash = Offset;
        for (var i = 0; i < RunLength; i++)
            hash = Mix(hash ^ run[(words + i) % RunLength]);
        var lane = (int)(hash >> 59);
        least[lane] = Math.Min(least[lane], hash);
    }

    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
