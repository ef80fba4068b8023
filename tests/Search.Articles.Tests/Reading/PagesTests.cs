using System.Text;
using Search.Articles.Reading;

namespace Search.Articles.Tests.Reading;

public class PagesTests
{
    private const string Prose1 = "The council of the town voted on Monday, after a long debate, to rebuild the old bridge over the river before winter.";
    private const string Prose2 = "Members of the opposition, who had asked for a tunnel instead, said that they would look at the costs again, and soon.";
    private const string Page = $$"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge vote | The Daily Oak</title>
        <meta property="og:site_name" content="The Daily Oak"><link rel="canonical" href="https://oak.example/bridge">
        <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"Town votes for the bridge",
        "datePublished":"2021-03-04T05:06:07Z","author":[{"@type":"Person","name":"Ann Lee"}]}]}</script></head><body>
        <nav><a href="/">Home</a> <a href="/s">Sport</a></nav><h1>Town votes for the bridge</h1>
        <div class="content"><p>{{Prose1}}</p><div class="share-bar">Share this</div><figure><img><figcaption>The old bridge. Jo Oak/Pix</figcaption></figure>
        <h2>What now</h2><p>{{Prose2}}</p><p>{{Prose1}} {{Prose2}}</p><div class="related"><p>Related: other things that happened, and more.</p></div></div>
        <footer>Copyright 2021 The Daily Oak</footer><script>var x = "hidden";</script><div style="display:none">secret words</div></body></html>
        """;

    [Fact]
    public void Metadata_comes_from_json_ld_and_meta_elements()
    {
        Article article = Read(Page);
        Assert.Equal("Town votes for the bridge", article.Headline);
        Assert.Equal("The Daily Oak", article.Outlet);
        Assert.Equal(["Ann Lee"], article.Authors);
        Assert.Equal(new DateTimeOffset(2021, 3, 4, 5, 6, 7, TimeSpan.Zero), article.Published);
        Assert.True(article.PublishedHasZone);
        Assert.Equal(("https://oak.example/bridge", "en"), (article.Url, article.Language));
    }

    [Fact]
    public void The_main_content_becomes_paragraphs_and_the_rest_furniture_with_its_reason()
    {
        Article article = Read(Page);
        Seeds.AssertPartition(article);
        Assert.Equal([Prose1, "The old bridge.", $"What now {Prose2}", $"{Prose1} {Prose2}"], article.Paragraphs.Select(p => p.Text));
        Assert.Equal(ParagraphKind.Caption, article.Paragraphs[1].Kind);
        Assert.Equal("What now".Length, article.Paragraphs[2].SubheadingLength);
        Assert.Equal("Town votes for the bridge", article.TextOf(article.Spans.Single(span => span.Kind == SpanKind.Header)));
        Assert.Contains(article.Spans, span => span.Reason == "share bar" && article.TextOf(span) == "Share this");
        Assert.DoesNotContain("secret", article.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_in_another_encoding_is_read_by_its_declaration()
    {
        byte[] head = "<html><head><meta charset=windows-1251></head><body><p>"u8.ToArray();
        Article article = Read([.. head, 0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, .. "</p></body></html>"u8]);
        Assert.Equal("Привет", Assert.Single(article.Paragraphs).Text);
    }

    [Fact]
    public void Deep_nesting_neither_crashes_nor_hangs()
    {
        string deep = string.Concat(Enumerable.Repeat("<div>", 20_000));
        Article article = Read($"<html><body><p>{Prose1}</p>{deep}text</body></html>");
        Assert.Equal(["elements nested too deeply left out"], article.Repairs);
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("no markup at all")]
    [InlineData("<p><script type='application/ld+json'>{broken</script>")]
    [InlineData("<table><tr><td>1</td></tr></table>")]
    public void Odd_pages_are_read(string page) => Seeds.AssertPartition(Read(page));

    private static Article Read(string page) => Read(Encoding.UTF8.GetBytes(page));

    private static Article Read(byte[] page)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("a.html"), page);
        return Assert.Single(new ArticleReader().ReadAll([folder.Path])).Article!;
    }
}
