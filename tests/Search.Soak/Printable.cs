using System.Text;

namespace Search.Soak;

/// <summary>Texts in messages: as a C# literal, so that a failure can be pasted into a test.</summary>
internal static class Printable
{
    private const int Longest = 2000;

    public static string Text(string text)
    {
        var printed = new StringBuilder("\"");
        foreach (char character in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            if (character is '"' or '\\')
                printed.Append('\\').Append(character);
            else if (character is >= ' ' and < '\u007f')
                printed.Append(character);
            else
                printed.Append($"\\u{(int)character:x4}");
        }
        return printed.Append('"').Append(text.Length > Longest ? $" ... ({text.Length} characters)" : "").ToString();
    }
}
