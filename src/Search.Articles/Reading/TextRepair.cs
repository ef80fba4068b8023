using System.Text;

namespace Search.Articles.Reading;

/// <summary>Makes decoded text fit to be searched: one kind of line end, no control characters, no half characters.</summary>
internal static class TextRepair
{
    // What Windows-1252 means by the bytes 0x80 to 0x9F, when they were decoded as Latin-1; '\0' where it means nothing.
    private const string Windows1252Specials = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    /// <summary>The repaired text; what was repaired is added to <paramref name="repairs"/>.</summary>
    public static string Clean(string text, List<string> repairs)
    {
        if (!NeedsRepair(text)) return text;
        var clean = new StringBuilder(text.Length);
        int zeros = 0, controls = 0, specials = 0, halves = 0, invisible = 0;
        for (var i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '\r':
                    if (i + 1 == text.Length || text[i + 1] != '\n') clean.Append('\n');
                    break;
                case '\f' or '\v' or '\u2028' or '\u2029' or '\u0085':
                    clean.Append('\n');
                    break;
                case '\0':
                    zeros++;
                    break;
                case '\u00AD' or '\u200B' or '\uFEFF':
                    invisible++;
                    break;
                case >= '\u0080' and <= '\u009F' when Windows1252Specials[c - '\u0080'] != '\0':
                    specials++;
                    clean.Append(Windows1252Specials[c - '\u0080']);
                    break;
                case not ('\t' or '\n') when char.IsControl(c):
                    controls++;
                    break;
                default:
                    if (char.IsSurrogate(c) && AppendSurrogate(text, ref i, clean)) halves++;
                    else if (!char.IsSurrogate(c)) clean.Append(c);
                    break;
            }
        }

        Report(repairs, zeros, "NUL characters removed");
        Report(repairs, controls, "control characters removed");
        Report(repairs, specials, "Windows-1252 characters in Latin-1 places");
        Report(repairs, halves, "half characters replaced");
        Report(repairs, invisible, "invisible characters removed");
        return clean.ToString();
    }

    private static bool NeedsRepair(string text)
    {
        foreach (char c in text)
        {
            if (c is '\u00AD' or '\u200B' or '\uFEFF' or '\u2028' or '\u2029' || char.IsSurrogate(c)) return true;
            if (c is not ('\t' or '\n') && char.IsControl(c)) return true;
        }

        return false;
    }

    // True when it was a half of a pair, which is replaced.
    private static bool AppendSurrogate(string text, ref int at, StringBuilder clean)
    {
        if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            clean.Append(text[at]).Append(text[++at]);
            return false;
        }

        clean.Append('\uFFFD');
        return true;
    }

    private static void Report(List<string> repairs, int count, string what)
    {
        if (count > 0) repairs.Add($"{count} {what}");
    }
}
