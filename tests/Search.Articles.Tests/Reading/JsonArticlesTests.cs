using System.IO.Compression;
using System.Text;
using Search.Articles.Reading;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Reading;

public class JsonArticlesTests
{
    private const string Line1 = """{"id":"n/1","title":"A headline here","text":"First paragraph of it.\n\nSecond paragraph of it.","source":"The Gazette","authors":["Ann Lee","Bo Ray"],"date":"2020-05-06T07:08:09+02:00","url":"https://g.example/1","lang":"en"}""";

    [Fact]
    public void Fields_are_mapped_by_their_common_names()
    {
        Article article = Assert.Single(Articles("a.jsonl", Line1 + "\n"));
        Assert.Equal("A headline here", article.Headline);
        Assert.Equal("The Gazette", article.Outlet);
        Assert.Equal(["Ann Lee", "Bo Ray"], article.Authors);
        Assert.Equal(new DateTimeOffset(2020, 5, 6, 7, 8, 9, TimeSpan.FromHours(2)), article.Published);
        Assert.True(article.PublishedHasZone);
        Assert.Equal(("https://g.example/1", "en", "a.jsonl:1"), (article.Url, article.Language, article.Path));
        Assert.Equal(["First paragraph of it.", "Second paragraph of it."], article.Paragraphs.Select(p => p.Text));
    }

    [Fact]
    public void A_bad_line_is_skipped_with_its_number_and_the_others_are_read()
    {
        List<(Article? Article, SkippedSource? Skipped)> results = Read("a.jsonl", $"{Line1}\n{{broken\n\n[1]\n{{\"title\":\"no text\"}}\n{Line1}\n");
        Assert.Equal([2, 4, 5], results.Where(r => r.Skipped is not null).Select(r => r.Skipped!.Line));
        Assert.Equal(2, results.Select(r => r.Article?.Id).OfType<string>().Distinct().Count());
    }

    [Theory]
    [InlineData("""[{"body":"One sentence."},{"content":"Another sentence."}]""", 2)]
    [InlineData("""{"headline":"H","article_text":"One sentence."}""", 1)]
    [InlineData("""{"articles":[{"text":"One sentence."}]}""", 1)]
    [InlineData("""{"text":["One.","Two."]}""", 1)]
    public void Arrays_objects_and_wrapped_lists_are_read(string json, int count) => Assert.Equal(count, Articles("a.json", json).Count);

    [Fact]
    public void An_id_is_stable_when_lines_move_and_the_object_has_its_own()
    {
        string id = Articles("a.jsonl", Line1)[0].Id;
        Assert.Equal(id, Articles("a.jsonl", "{\"text\":\"Another one.\"}\n" + Line1)[1].Id);
        Assert.Equal("a.jsonl~n~1", id);
    }

    [Fact]
    public void Milliseconds_since_1970_are_a_date() =>
        Assert.Equal(new DateTimeOffset(2016, 9, 19, 0, 0, 0, TimeSpan.Zero), Articles("a.json", """{"text":"A text.","publish_date":"1474243200000"}""")[0].Published);

    [Fact]
    public void Compressed_lines_are_read()
    {
        using var folder = new TemporaryFolder();
        using (var gzip = new GZipStream(File.Create(folder.File("a.jsonl.gz")), CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(Line1));
        Assert.Single(new ArticleReader().ReadAll([folder.Path]), result => result.Article is not null);
    }

    [Fact]
    public void The_content_hash_is_that_of_the_bytes()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.txt"), "abc");
        SourceFile file = Assert.Single(SourceFiles.Find([folder.Path], _ => { }));
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Assert.Single(ArticleReader.Open(file)).Record!.ContentHash);
    }

    private static List<Article> Articles(string name, string content) => [.. Read(name, content).Select(result => result.Article).OfType<Article>()];

    private static List<(Article? Article, SkippedSource? Skipped)> Read(string name, string content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(name), content);
        return [.. new ArticleReader().ReadAll([folder.Path])];
    }
}
