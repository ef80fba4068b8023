using System.Text.RegularExpressions;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>The lines of a dump that tell what an index holds, without those that tell its layout.</summary>
internal static partial class IndexContent
{
    /// <summary>All but the lines of the index and its segments.</summary>
    public static string[] Of(string[] dump) => [.. dump.Where(line => !Layout().IsMatch(line))];

    /// <summary>The same without the numbers of points, which count those of deleted documents.</summary>
    public static string[] WithoutPointCounts(string[] dump) => [.. Of(dump).Select(line => PointCounts().Replace(line, ""))];

    [GeneratedRegex("^\\{\"kind\":\"(index|segment)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Layout();

    [GeneratedRegex("\"size\":[0-9]+,\"docCount\":[0-9]+,(?=\"digested\")", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PointCounts();
}
