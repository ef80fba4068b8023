using System.Text.Json;
using System.Text.RegularExpressions;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>Some paragraphs of a corpus, to draw words, phrases and keys of queries from.</summary>
internal sealed partial class TextSample
{
    private const int Step = 97;

    private readonly string[][] _texts;
    private readonly string[] _vocabulary;
    private readonly (string Id, string Article, string Source, DateOnly Date)[] _keys;
    private readonly string[] _names;
    private readonly string[] _places;

    private TextSample(IReadOnlyList<JsonElement> paragraphs)
    {
        _texts = [.. paragraphs.Select(paragraph => Words(paragraph.GetProperty("text").GetString()!)).Where(words => words.Length > 8)];
        _vocabulary = [.. _texts.SelectMany(words => words).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _keys = [.. paragraphs.Select(KeysOf)];
        _names = Values(paragraphs, "names");
        _places = Values(paragraphs, "places");
    }

    /// <summary>Every 97th paragraph of a file.</summary>
    public static TextSample Of(string jsonLinesPath) =>
        new([.. File.ReadLines(jsonLinesPath).Where((_, i) => i % Step == 0).Select(line => JsonSerializer.Deserialize<JsonElement>(line))]);

    /// <summary>A word as often as texts have it.</summary>
    public string Word(Random random) => Pick(Pick(_texts, random), random);

    /// <summary>A word of the vocabulary, each as likely: mostly a rare one.</summary>
    public string RareWord(Random random) => Pick(_vocabulary, random);

    /// <summary>Words that follow one another in a text, stop words among them.</summary>
    public string[] Run(Random random, int length)
    {
        string[] words = Pick(_texts, random);
        int start = random.Next(words.Length - length + 1);
        return words[start..(start + length)];
    }

    public (string Id, string Article, string Source, DateOnly Date) Keys(Random random) => Pick(_keys, random);

    public string Name(Random random) => Pick(_names, random);

    public string Place(Random random) => Pick(_places, random);

    private static T Pick<T>(T[] values, Random random) => values[random.Next(values.Length)];

    private static string[] Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    private static (string Id, string Article, string Source, DateOnly Date) KeysOf(JsonElement paragraph) => (
        paragraph.GetProperty("id").GetString()!,
        paragraph.GetProperty("article").GetString()!,
        paragraph.GetProperty("source").GetString()!,
        DateOnly.Parse(paragraph.GetProperty("date").GetString()!));

    private static string[] Values(IEnumerable<JsonElement> paragraphs, string name) =>
        [.. paragraphs.SelectMany(paragraph => paragraph.GetProperty(name).EnumerateArray()).Select(value => value.GetString()!)];

    [GeneratedRegex("[a-z]{2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
