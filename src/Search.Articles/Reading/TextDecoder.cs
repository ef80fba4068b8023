using System.Text;

namespace Search.Articles.Reading;

/// <summary>Makes text of bytes whose encoding is not known: byte order mark, declared name, strict UTF-8, UTF-16 by its zeros, Windows-1252.</summary>
internal static class TextDecoder
{
    private const int SampleBytes = 4096;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes and repairs.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="declared">The encoding's name as the content declares it; null when it does not.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        var repairs = new List<string>();
        (string text, string encoding) = DecodeRaw(bytes, declared, repairs);
        return new DecodedText(TextRepair.Clean(text, repairs), encoding, repairs);
    }

    /// <summary>The encoding that the beginning of a text tells; broken UTF-8 reads as Windows-1252 in it.</summary>
    /// <param name="sample">The beginning, from the first byte on.</param>
    /// <param name="isWhole">Whether there is no more; otherwise the last character may be cut.</param>
    public static Encoding Guess(ReadOnlySpan<byte> sample, bool isWhole)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode;
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode;
        if (GuessUtf16(sample) is { } wide) return wide;
        ReadOnlySpan<byte> sure = isWhole ? sample : sample[..Math.Max(0, sample.Length - 4)];
        return System.Text.Unicode.Utf8.IsValid(sure) || IsMostlyUtf8(sure) || !isWhole && System.Text.Unicode.Utf8.IsValid(sure[..LastStart(sure)])
            ? Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new SingleByteFallback(Windows1252()))
            : Windows1252();
    }

    // Where the last character begins: it may have been cut.
    private static int LastStart(ReadOnlySpan<byte> bytes)
    {
        int at = bytes.Length;
        while (at > 0 && (bytes[--at] & 0xC0) == 0x80)
        {
        }

        return at;
    }

    private static (string Text, string Encoding) DecodeRaw(ReadOnlySpan<byte> bytes, string? declared, List<string> repairs)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return (DecodeUtf8(bytes[3..], repairs), "utf-8");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Encoding.Unicode.GetString(bytes[2..]), "utf-16le");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (Encoding.BigEndianUnicode.GetString(bytes[2..]), "utf-16be");
        if (GuessUtf16(bytes) is { } wide) return (wide.GetString(bytes), wide.WebName);
        if (TryStrictUtf8(bytes, out string text)) return (text, "utf-8");
        if (Lookup(declared) is { } named) return (named.GetString(bytes), named.WebName);
        if (IsMostlyUtf8(bytes)) return (DecodeUtf8(bytes, repairs), "utf-8");
        return (Windows1252().GetString(bytes), "windows-1252");
    }

    private static Encoding Windows1252() => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static Encoding? Lookup(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        string label = name.Trim().Trim('"', '\'').ToLowerInvariant();
        if (label is "utf-8" or "utf8" or "utf-16" or "utf-32") return null; // strict UTF-8 has failed, so the name is wrong

        // The web reads these names as Windows-1252.
        if (label is "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii") return Windows1252();
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null; // a name nobody knows says nothing
        }
    }

    private static bool TryStrictUtf8(ReadOnlySpan<byte> bytes, out string text)
    {
        text = "";
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) return false;
        text = StrictUtf8.GetString(bytes);
        return true;
    }

    // Text in UTF-16 has a zero in most code units, always on the same side.
    private static Encoding? GuessUtf16(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> sample = bytes[..(Math.Min(bytes.Length, SampleBytes) & ~1)];
        if (sample.Length < 4) return null;
        int evenZeros = 0, oddZeros = 0, pairs = sample.Length / 2;
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0) evenZeros++;
            if (sample[i + 1] == 0) oddZeros++;
        }

        if (oddZeros * 10 > pairs * 6 && evenZeros * 20 < pairs) return Encoding.Unicode;
        return evenZeros * 10 > pairs * 6 && oddZeros * 20 < pairs ? Encoding.BigEndianUnicode : null;
    }

    // Broken UTF-8 has more sound sequences than broken ones; text in one byte a character has hardly any sound one.
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int sound = 0, broken = 0;
        while (!bytes.IsEmpty)
        {
            System.Buffers.OperationStatus status = Rune.DecodeFromUtf8(bytes, out _, out int consumed);
            if (status != System.Buffers.OperationStatus.Done) broken++;
            else if (consumed > 1) sound++;
            bytes = bytes[consumed..];
        }

        return sound > 2 * broken;
    }

    // A stray byte most likely came from Windows-1252, where quotes and dashes are single bytes.
    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, List<string> repairs)
    {
        var text = new StringBuilder(bytes.Length);
        Encoding single = Windows1252();
        var broken = 0;
        Span<char> units = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out Rune rune, out int consumed) == System.Buffers.OperationStatus.Done)
            {
                text.Append(units[..rune.EncodeToUtf16(units)]);
            }
            else
            {
                broken++;
                text.Append(single.GetString(bytes[..consumed]));
            }

            bytes = bytes[consumed..];
        }

        if (broken > 0) repairs.Add($"{broken} broken UTF-8 sequences read as Windows-1252");
        return text.ToString();
    }
}
