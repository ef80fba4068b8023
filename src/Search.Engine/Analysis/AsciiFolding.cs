using Search.Engine.Analysis.Tables;

namespace Search.Engine.Analysis;

/// <summary>Replaces accented letters, ligatures and other relatives of ASCII characters by these.</summary>
/// <remarks>Source: search semantics notes, section 1.2.</remarks>
internal static class AsciiFolding
{
    /// <summary>The most characters that one character becomes.</summary>
    public const int MaxExpansion = 4;

    /// <summary>Folds <paramref name="text"/> into <paramref name="folded"/>, which must be four times as long; the length written.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        foreach (char character in text)
        {
            uint folding = FoldingOf(character);
            if (folding == 0)
                folded[length++] = character;
            for (; folding != 0; folding >>= 8)
                folded[length++] = (char)(folding & 0xFF);
        }
        return length;
    }

    /// <summary>The folded form of a text; the same string if nothing changes.</summary>
    public static string Fold(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            return text;
        var folded = new char[text.Length * MaxExpansion];
        return new string(folded, 0, Fold(text, folded));
    }

    // Up to four ASCII characters, the first in the lowest byte; 0 if the character stays.
    private static uint FoldingOf(char character)
    {
        int block = AsciiFoldingTable.BlockNumbers[character >> AsciiFoldingTable.BlockShift];
        int place = character & ((1 << AsciiFoldingTable.BlockShift) - 1);
        return AsciiFoldingTable.Blocks[(block << AsciiFoldingTable.BlockShift) + place];
    }
}
