using System.Text.RegularExpressions;

namespace Search.Engine.Tests.Variants;

/// <summary>The golden indexes are what their program makes.</summary>
public sealed partial class VariantsDriftTests
{
    // These hold the time.
    private const string TimedExtension = ".si";

    [OracleFact]
    public void Lucene_writes_the_same_indexes_again()
    {
        using var again = new TemporaryFolder();
        Oracle.Run("variants", again.Path);

        Assert.Equal(Files(Variant.Root), Files(again.Path));
        foreach (string file in Files(again.Path).Where(file => !file.EndsWith(TimedExtension, StringComparison.Ordinal)))
            Assert.True(Content(Variant.Root, file).SequenceEqual(Content(again.Path, file)), file);
    }

    [GeneratedRegex("\"bytes\":[0-9]+|\"diagnostics\":\\{[^}]*\\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Timed { get; }

    private static string[] Files(string root) =>
        [.. Directory.EnumerateDirectories(root).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(root, path)).Order(StringComparer.Ordinal)];

    private static IEnumerable<object> Content(string root, string file)
    {
        string path = Path.Combine(root, file);
        return file.EndsWith(".jsonl", StringComparison.Ordinal)
            ? File.ReadLines(path).Select(line => Timed.Replace(line, ""))
            : File.ReadAllBytes(path).Cast<object>();
    }
}
