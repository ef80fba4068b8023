using System.IO.Compression;
using System.Text;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Reading.Archives;

public sealed class ZipReaderTests : IDisposable
{
    private readonly ReadFolder _folder = new();

    [Fact]
    public void Files_in_an_archive_are_read_as_files_of_a_folder_are()
    {
        _folder.Write("news.zip", Zip(
            ("a.txt", "The first file speaks of apples."u8.ToArray()),
            ("deep/b.jsonl", "{\"text\":\"A line about bananas.\"}\n{broken\n"u8.ToArray()),
            ("deep/c.html.gz", Gzip("<html><body><p>A page about cherries, which is long enough to be one.</p></body></html>"u8.ToArray())),
            ("__MACOSX/._a.txt", [0, 1]),
            ("d.exe", [0, 1, 2])));
        (IReadOnlyList<Article> articles, IReadOnlyList<SkippedSource> skipped) = _folder.Read();
        Assert.Equal(["news.zip!/a.txt", "news.zip!/deep/b.jsonl:1", "news.zip!/deep/c.html.gz"], articles.Select(article => article.Path));
        Assert.Equal(3, articles.Select(article => article.Id).Distinct().Count());
        Assert.All(articles, article => Assert.Matches("^[A-Za-z0-9._~-]+$", article.Id));
        Assert.Equal([("news.zip!/deep/b.jsonl", 2), ("news.zip!/d.exe", 0)], skipped.Select(source => (source.Path, source.Line)));
    }

    [Fact]
    public void Names_that_climb_out_are_names_and_nothing_is_written()
    {
        _folder.Write("news.zip", Zip(("../../evil.txt", "The file speaks of apples."u8.ToArray()), ("/etc/passwd.txt", "The file speaks of pears."u8.ToArray())));
        string[] before = Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder.Path)!);
        Assert.Equal(2, _folder.Read().Articles.Count);
        Assert.DoesNotContain(Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder.Path)!), path => path.EndsWith("evil.txt", StringComparison.Ordinal));
        Assert.NotEmpty(before);
    }

    [Fact]
    public void An_archive_in_an_archive_is_not_read()
    {
        _folder.Write("news.zip", Zip(("inner.zip", Zip(("a.txt", "Text."u8.ToArray())))));
        (IReadOnlyList<Article> articles, IReadOnlyList<SkippedSource> skipped) = _folder.Read();
        Assert.Empty(articles);
        Assert.Equal("news.zip!/inner.zip", Assert.Single(skipped).Path);
    }

    [Fact]
    public void What_unpacks_to_a_thousand_times_its_size_is_refused_before_it_does()
    {
        byte[] line = Encoding.UTF8.GetBytes("{\"text\":\"" + new string('a', 1 << 20) + "\"}\n");
        byte[] bomb = Repeat(line, 96 << 20);
        _folder.Write("bomb.zip", Zip(("a.jsonl", bomb)));
        _folder.Write("bomb.jsonl.gz", Gzip(bomb));
        _folder.Write("both.zip", Zip(("a.jsonl.gz", Gzip(bomb))));
        SkippedSource[] skipped = [.. _folder.Open().Select(result => result.Skipped).OfType<SkippedSource>()];
        Assert.Contains(skipped, source => source.Path == "bomb.zip!/a.jsonl" && source.Reason.Contains("times its size", StringComparison.Ordinal));
        Assert.Contains(skipped, source => source.Path == "bomb.jsonl.gz" && source.Reason.Contains("times its size", StringComparison.Ordinal));
        Assert.Contains(skipped, source => source.Path == "both.zip!/a.jsonl.gz" && source.Reason.Contains("times its size", StringComparison.Ordinal));
    }

    [Fact]
    public void Archives_that_are_cut_or_none_are_named()
    {
        byte[] sound = Zip(("a.txt", "The first file speaks of apples, and so on."u8.ToArray()));
        _folder.Write("cut.zip", sound[..(sound.Length / 2)]);
        _folder.Write("none.zip", "no archive"u8.ToArray());
        _folder.Write("empty.zip", []);
        (IReadOnlyList<Article> articles, IReadOnlyList<SkippedSource> skipped) = _folder.Read();
        Assert.Empty(articles);
        Assert.Equal(["cut.zip", "empty.zip", "none.zip"], skipped.Select(source => source.Path));
    }

    [Fact]
    public void Any_byte_of_an_archive_may_be_wrong()
    {
        byte[] sound = Zip(("a.txt", "The first file speaks of apples."u8.ToArray()), ("b.txt", "The second file speaks of pears."u8.ToArray()));
        for (var i = 0; i < sound.Length; i++)
        {
            byte[] damaged = [.. sound];
            damaged[i] ^= 0xFF;
            _folder.Write("a.zip", damaged);
            (IReadOnlyList<Article> articles, IReadOnlyList<SkippedSource> skipped) = _folder.Read();
            Assert.True(articles.Count + skipped.Count > 0, $"byte {i}");
        }
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return bytes.ToArray();
    }

    private static byte[] Repeat(byte[] part, int total)
    {
        var all = new byte[total / part.Length * part.Length];
        for (var at = 0; at < all.Length; at += part.Length)
            part.CopyTo(all, at);
        return all;
    }
}
