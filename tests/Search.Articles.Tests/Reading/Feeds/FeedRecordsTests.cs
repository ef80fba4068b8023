using Search.Articles.Searching;

namespace Search.Articles.Tests.Reading.Feeds;

public sealed class FeedRecordsTests : IDisposable
{
    private readonly ReadFolder _folder = new();

    [Fact]
    public void Items_of_RSS_are_articles_by_their_full_content()
    {
        _folder.Write("feed.rss", """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Morning &amp; Page</title><language>en-gb</language><image><title>Logo</title></image>
            <item><title>Harbour &amp;amp; bridge reopen</title><link>https://example.org/a</link><guid isPermaLink="false">tag:1</guid>
              <pubDate>Mon, 06 May 2024 07:08:09 GMT</pubDate><dc:creator>Ann Carter</dc:creator><description>Only a summary.</description>
              <content:encoded><![CDATA[<p>The harbour reopened on Monday.</p><p>The bridge&nbsp;follows on Tuesday.</p>]]></content:encoded></item>
            <item><title>Short</title><description>&lt;p&gt;The summary is all there is.&lt;/p&gt;</description></item>
            <item><title>Empty</title></item>
            </channel></rss>
            """);
        (IReadOnlyList<Article> articles, IReadOnlyList<SkippedSource> skipped) = _folder.Read();
        Article first = articles[0];
        Assert.Equal("Harbour & bridge reopen", first.Headline);
        Assert.Equal(("Morning & Page", "https://example.org/a", "en-gb"), (first.Outlet, first.Url, first.Language));
        Assert.Equal(["Ann Carter"], first.Authors);
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero), first.Published);
        Assert.Equal(["The harbour reopened on Monday.", "The bridge follows on Tuesday."], first.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal("The summary is all there is.", Assert.Single(articles[1].Paragraphs).Text);
        Assert.Equal(8, Assert.Single(skipped).Line);
    }

    [Fact]
    public void Entries_of_Atom_are_articles_also_with_XHTML()
    {
        _folder.Write("feed.atom", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="da"><title>Morning Page</title>
            <entry><title type="html">Havnen &lt;b&gt;åbner&lt;/b&gt;</title><id>urn:1</id><link rel="self" href="https://example.org/self"/><link href="https://example.org/a"/>
              <author><name>Ann Carter</name><email>ann@example.org</email></author><updated>2024-05-07T00:00:00Z</updated><published>2024-05-06T00:00:00Z</published>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The first paragraph.</p><p>The <em>second</em> one.</p></div></content></entry>
            </feed>
            """);
        Article article = _folder.Single();
        Assert.Equal(("Havnen åbner", "https://example.org/a", "da"), (article.Headline, article.Url, article.Language));
        Assert.Equal(["Ann Carter"], article.Authors);
        Assert.Equal(6, article.Published!.Value.Day);
        Assert.Equal(["The first paragraph.", "The second one."], article.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void A_feed_that_breaks_off_gives_what_came_before_and_the_line()
    {
        _folder.Write("feed.xml", "<rss><channel><title>T</title>\n<item><description>The first item is sound.</description></item>\n<item><description>The second <broken</description></item></channel></rss>");
        (IReadOnlyList<Article> articles, IReadOnlyList<SkippedSource> skipped) = _folder.Read();
        Assert.Equal("The first item is sound.", Assert.Single(articles).Paragraphs[0].Text);
        Assert.Equal(3, Assert.Single(skipped).Line);
    }

    [Fact]
    public void Other_XML_is_skipped_with_its_reason()
    {
        _folder.Write("map.xml", "<urlset><url><loc>https://example.org</loc></url></urlset>");
        Assert.Contains("no RSS or Atom", Assert.Single(_folder.Read().Skipped).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_types_define_nothing_and_fetch_nothing()
    {
        string secret = _folder.File("secret.dat");
        File.WriteAllText(secret, "the secret words");
        _folder.Write("feed.rss", $"""
            <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file://{secret}">]>
            <rss><channel><title>T</title><item><title>Bomb</title><description>It says &b; and &c; and no more.</description></item></channel></rss>
            """);
        (IReadOnlyList<Article> articles, _) = _folder.Read();
        Assert.Equal("It says &b; and &c; and no more.", Assert.Single(articles).Paragraphs[0].Text);
    }

    [Fact]
    public void Elements_that_nest_without_end_are_refused()
    {
        _folder.Write("feed.rss", "<rss><channel><item><description>" + string.Concat(Enumerable.Repeat("<a>", 200_000)));
        Assert.NotEmpty(_folder.Read().Skipped);
        Assert.Empty(_folder.Read().Articles);
    }

    public void Dispose() => _folder.Dispose();
}
