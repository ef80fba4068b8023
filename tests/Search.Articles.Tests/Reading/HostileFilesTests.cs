using System.Text;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Reading;

/// <summary>Whatever lies in a folder, reading ends, within bounds, and names what it did not read.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private readonly ReadFolder _folder = new();

    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("table><tr><td")]
    [InlineData("span")]
    [InlineData("ul><li")]
    [InlineData("p")]
    [InlineData("a")]
    [InlineData("button")]
    [InlineData("svg><g")]
    [InlineData("math><mi")]
    [InlineData("select><option")]
    [InlineData("template")]
    [InlineData("my-element")]
    [InlineData("li")]
    [InlineData("td")]
    [InlineData("nobr")]
    [InlineData("optgroup")]
    [InlineData("rt")]
    [InlineData("svg><a")]
    [InlineData("svg><p")]
    [InlineData("svg><title")]
    [InlineData("svg><style")]
    [InlineData("svg><tr")]
    [InlineData("object><p")]
    public void A_page_that_nests_without_end_ends_no_process(string elements)
    {
        string[] names = elements.Split("><");
        string repeated = string.Join("><", names[1..].Length > 0 ? names[1..] : names);
        _folder.Write("deep.html", $"<html><body><p>A paragraph before it, with words enough to be one.</p><{elements}>" + string.Concat(Enumerable.Repeat($"<{repeated}>", 20_000)) + "deep");
        _folder.Write("alternating.html", "<html><body>" + string.Concat(Enumerable.Repeat($"<{elements}>", 10_000)) + "deep");
        (IReadOnlyList<Article> articles, IReadOnlyList<SkippedSource> skipped) = _folder.Read();
        Assert.Equal(2, articles.Count + skipped.Count);
    }

    [Fact]
    public void Objects_that_nest_without_end_are_refused_and_other_lines_are_read()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) + "1" + new string('}', 100_000);
        _folder.Write("a.jsonl", $"{{\"text\":\"The first line.\"}}\n{deep}\n{{\"text\":\"The third line.\"}}\n");
        _folder.Write("b.json", deep);
        (IReadOnlyList<Article> articles, IReadOnlyList<SkippedSource> skipped) = _folder.Read();
        Assert.Equal(2, articles.Count);
        Assert.Equal([("a.jsonl", 2), ("b.json", 1)], skipped.Select(source => (source.Path, source.Line)));
    }

    [Fact]
    public void A_line_that_is_too_long_is_skipped_with_its_number()
    {
        _folder.Write("a.jsonl", "{\"text\":\"The first line.\"}\n{\"text\":\"" + new string('a', 17 << 20) + "\"}\n{\"text\":\"The third line.\"}\n");
        (IReadOnlyList<Article> articles, IReadOnlyList<SkippedSource> skipped) = _folder.Read();
        Assert.Equal(2, articles.Count);
        Assert.Equal(2, Assert.Single(skipped).Line);
    }

    [Fact]
    public void A_file_that_is_too_large_is_skipped()
    {
        using (FileStream file = File.Create(_folder.File("a.txt")))
            file.SetLength((64 << 20) + 1);
        Assert.Contains("longer than", Assert.Single(_folder.Read().Skipped).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_not_followed_wherever_they_lead()
    {
        using var outside = new TemporaryFolder();
        File.WriteAllText(outside.File("secret.txt"), "The secret words.");
        File.CreateSymbolicLink(_folder.File("file.txt"), outside.File("secret.txt"));
        Directory.CreateSymbolicLink(_folder.File("folder"), outside.Path);
        Directory.CreateSymbolicLink(_folder.File("circle"), _folder.Path);
        File.CreateSymbolicLink(_folder.File("nowhere.txt"), outside.File("nothing.txt"));
        (IReadOnlyList<Article> articles, IReadOnlyList<SkippedSource> skipped) = _folder.Read();
        Assert.Empty(articles);
        Assert.Equal(4, skipped.Count);
        Assert.All(skipped, source => Assert.Contains("links", source.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Headers_are_cut_to_a_size_that_a_page_can_show_and_addresses_are_web_addresses()
    {
        _folder.Write("a.json", $"{{\"title\":\"{new string('t', 50_000)}\",\"publisher\":\"{new string('p', 50_000)}\",\"author\":\"Ann Carter\",\"url\":\"javascript:alert(1)\",\"lang\":\"<script>\",\"text\":\"Some text.\"}}");
        Article article = _folder.Single();
        Assert.InRange(article.Headline!.Length, 1, 1_000);
        Assert.InRange(article.Outlet!.Length, 1, 300);
        Assert.Null(article.Url);
        Assert.Null(article.Language);
    }

    [Fact]
    public void Names_of_files_are_taken_as_they_are()
    {
        string[] names = ["a b.txt", "<script>alert(1)<.txt", "новости.txt", "%2e%2e.txt", "a\nb.txt", new string('n', 200) + ".txt", "'quote\".txt", "~.txt", "-rf.txt"];
        foreach (string name in names)
            _folder.Write(name, $"The text of a file among {names.Length}.");
        (IReadOnlyList<Article> articles, _) = _folder.Read();
        Assert.Equal(names.Length, articles.Select(article => article.Id).Distinct().Count());
        Assert.All(articles, article => Assert.Matches("^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,199}$", article.Id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_bytes_under_any_name_are_read_or_named(int seed)
    {
        var random = new Random(seed);
        string[] names = ["a.txt", "a.html", "a.json", "a.jsonl", "a.csv", "a.rss", "a.zip", "a.txt.gz", "a.jsonl.gz", "a.csv.gz"];
        foreach (string name in names)
        {
            var bytes = new byte[random.Next(1, 20_000)];
            random.NextBytes(bytes);
            _folder.Write(name, bytes);
        }
        _folder.Write("words.html", RandomPage(random));
        (IReadOnlyList<Article> articles, IReadOnlyList<SkippedSource> skipped) = _folder.Read();
        Assert.True(articles.Count + skipped.Count >= names.Length);
    }

    public void Dispose() => _folder.Dispose();

    private static string RandomPage(Random random)
    {
        string[] parts = ["<div class=content>", "</div>", "<p>", "</p>", "<b", ">", "<!--", "-->", "<script>", "</script>", "some words of text. ", "&amp;", "&#x110000;", "<![CDATA[", "<table>", "<td>", "\0", "\uFFFE", "<a href='javascript:x'>", "</a>"];
        var page = new StringBuilder();
        for (var i = 0; i < 5_000; i++) page.Append(parts[random.Next(parts.Length)]);
        return page.ToString();
    }
}
