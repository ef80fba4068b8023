using System.Globalization;

namespace Search.Engine.Analysis;

/// <summary>Cuts a text at white space, which no-break spaces are not part of.</summary>
/// <remarks>Source: search semantics notes, section 1.4; white space as Java 17 defines it. One thread at a time.</remarks>
public sealed class WhitespaceTokenizer : CharacterRunTokenizer
{
    /// <inheritdoc/>
    protected override bool IsTokenCharacter(int codePoint) => !IsWhitespace(codePoint);

    private static bool IsWhitespace(int codePoint) => codePoint switch
    {
        ' ' or (>= 0x09 and <= 0x0D) or (>= 0x1C and <= 0x1F) => true,
        < 0x1680 or 0x2007 or 0x202F => false,
        _ => CharUnicodeInfo.GetUnicodeCategory(codePoint)
            is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
    };
}
