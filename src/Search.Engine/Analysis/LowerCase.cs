using Search.Engine.Analysis.Tables;

namespace Search.Engine.Analysis;

/// <summary>Simple lower-case mapping, code point by code point; no culture, no change of length.</summary>
/// <remarks>The mappings are those of Unicode 13 (search semantics notes, section 1.2): U+0130 becomes i.</remarks>
internal static class LowerCase
{
    /// <summary>Lower-cases in place.</summary>
    public static void Apply(Span<char> text)
    {
        for (int i = AsciiLetters.ToLower(text); i < text.Length; i++)
        {
            char unit = text[i];
            if (char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                ApplyToPair(text.Slice(i++, 2));
            else
                text[i] = (char)Of(unit);
        }
    }

    /// <summary>The lower-case form of a text; the same string if nothing changes.</summary>
    public static string Of(string text)
    {
        Span<char> lower = text.Length <= 256 ? stackalloc char[256] : new char[text.Length];
        lower = lower[..text.Length];
        text.CopyTo(lower);
        Apply(lower);
        return lower.SequenceEqual(text) ? text : new string(lower);
    }

    /// <summary>The lower-case form of a code point.</summary>
    public static int Of(int codePoint)
    {
        int block = LowerCaseTable.BlockNumbers[codePoint >> LowerCaseTable.BlockShift];
        int place = codePoint & ((1 << LowerCaseTable.BlockShift) - 1);
        int difference = LowerCaseTable.Blocks[(block << LowerCaseTable.BlockShift) + place];
        return (codePoint & ~0xFFFF) | ((codePoint + difference) & 0xFFFF); // no mapping leaves its plane
    }

    private static void ApplyToPair(Span<char> pair)
    {
        int lower = Of(char.ConvertToUtf32(pair[0], pair[1]));
        pair[0] = (char)(0xD800 + ((lower - 0x10000) >> 10));
        pair[1] = (char)(0xDC00 + (lower & 0x3FF));
    }
}
