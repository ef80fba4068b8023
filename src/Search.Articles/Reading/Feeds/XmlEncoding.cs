using System.Text;
using System.Text.RegularExpressions;
using Search.Articles.Cleaning;

namespace Search.Articles.Reading.Feeds;

/// <summary>The encoding that an XML declaration names.</summary>
internal static partial class XmlEncoding
{
    private const int HeadBytes = 200;

    /// <summary>The name; null when there is none.</summary>
    public static string? Declared(ReadOnlySpan<byte> content)
    {
        string head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, HeadBytes)]);
        return Declaration().Match(head) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex("""<\?xml[^>]{0,100}encoding\s*=\s*["'](?<name>[A-Za-z0-9_:.-]{2,40})""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.TimeoutMs)]
    private static partial Regex Declaration();
}
