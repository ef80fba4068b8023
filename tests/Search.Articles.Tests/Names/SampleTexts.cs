using System.Text.RegularExpressions;

namespace Search.Articles.Tests.Names;

/// <summary>The five sample articles, cut crudely into paragraphs: a line is one, shortcode tags are breaks.</summary>
internal static partial class SampleTexts
{
    /// <summary>The articles in the order of their file names.</summary>
    public static string[][] Read() =>
        [.. Directory.GetFiles(RepositoryPaths.Seeds, "*.txt").Order(StringComparer.Ordinal).Select(Paragraphs)];

    private static string[] Paragraphs(string path)
    {
        string text = File.ReadAllText(path).Replace("where he\n", "where he ", StringComparison.Ordinal);
        return [.. Shortcode().Replace(text, "\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 40)];
    }

    [GeneratedRegex(@"\[/?caption[^\]]*\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shortcode();
}
