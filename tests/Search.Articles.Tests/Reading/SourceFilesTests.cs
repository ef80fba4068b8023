using Search.Articles.Reading;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Reading;

public class SourceFilesTests
{
    [Fact]
    public void Files_come_in_ordinal_order_with_ids_made_of_their_paths()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "b/z.txt", "b/a.html", "a.txt", "B.jsonl", ".hidden/x.txt");
        Assert.Equal(["B.jsonl", "a.txt", "b/a.html", "b/z.txt"], Find(folder.Path).Select(file => file.Path));
        Assert.Equal(["B.jsonl", "a", "b~a.html", "b~z"], Find(folder.Path).Select(file => file.Id));
    }

    [Fact]
    public void Links_are_not_followed_and_are_reported()
    {
        using var outside = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        Write(outside, "secret.txt");
        Write(folder, "a.txt");
        File.CreateSymbolicLink(folder.File("link.txt"), outside.File("secret.txt"));
        Directory.CreateSymbolicLink(folder.File("loop"), folder.Path);

        var skipped = new List<SkippedSource>();
        Assert.Equal(["a.txt"], SourceFiles.Find([folder.Path], skipped.Add).Select(file => file.Path));
        Assert.Equal(["link.txt", "loop"], skipped.Select(source => source.Path));
    }

    [Fact]
    public void What_is_missing_or_of_another_form_is_reported()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "picture.png", "a.txt");
        var skipped = new List<SkippedSource>();
        Assert.Single(SourceFiles.Find([folder.Path, folder.File("no.txt")], skipped.Add));
        Assert.Equal(["picture.png", folder.File("no.txt")], skipped.Select(source => source.Path));
    }

    [Fact]
    public void The_same_path_in_two_folders_gets_two_ids_and_the_same_file_comes_once()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        Write(one, "a.txt");
        Write(two, "a.txt");
        List<SourceFile> files = [.. SourceFiles.Find([one.Path, two.Path, one.File("a.txt")], _ => { })];
        Assert.Equal(2, files.Count);
        Assert.Equal("a", files[0].Id);
        Assert.StartsWith("a-", files[1].Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b.txt", "a~b")]
    [InlineData("x.html", "x.html")]
    [InlineData("000_52177271b769ce31.txt", "000_52177271b769ce31")]
    public void A_plain_path_is_its_own_id(string path, string id) => Assert.Equal(id, ArticleId.FromPath(path));

    [Theory]
    [InlineData("a b.txt", "a-b.txt")]
    [InlineData("é.txt", "è.txt")]
    [InlineData("a~b.txt", "a/b.txt")]
    [InlineData("a?b.txt", "a#b.txt")]
    public void Different_paths_have_different_url_safe_ids(string left, string right)
    {
        Assert.NotEqual(ArticleId.FromPath(left), ArticleId.FromPath(right));
        Assert.Matches("^[A-Za-z0-9._~-]+$", ArticleId.FromPath(left));
    }

    private static List<SourceFile> Find(string path) => [.. SourceFiles.Find([path], _ => { })];

    private static void Write(TemporaryFolder folder, params string[] names)
    {
        foreach (string name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
            File.WriteAllText(folder.File(name), "x");
        }
    }
}
