using System.Net;
using System.Text.RegularExpressions;
using Search.Articles.Cleaning;

namespace Search.Articles.Reading.Feeds;

/// <summary>Feeds use the named characters of HTML ("&amp;nbsp;"), which XML does not know.</summary>
internal static partial class XmlEntities
{
    /// <summary>Puts the characters in place of the names; what nobody knows stays as it is written.</summary>
    public static string Resolve(string xml) => Named().Replace(xml, match =>
        WebUtility.HtmlDecode(match.Value) is var character && character != match.Value ? character : "&amp;" + match.Value[1..]);

    [GeneratedRegex("&(?!(amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{0,31};", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.TimeoutMs)]
    private static partial Regex Named();
}
