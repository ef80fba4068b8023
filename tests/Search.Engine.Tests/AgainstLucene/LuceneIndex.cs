using System.Security.Cryptography;
using System.Text;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>An index of the large corpus that Apache Lucene wrote, with what Lucene says of it.</summary>
/// <remarks>
/// Made once a machine and kept in the temporary folder, under a name that comes from the paragraphs, the oracle's sources and
/// the options: the same name is the same index. The answers lie beside it.
/// </remarks>
internal sealed class LuceneIndex
{
    private readonly string _home;

    private LuceneIndex(string home) => _home = home;

    /// <summary>All paragraphs in one segment.</summary>
    public static Lazy<LuceneIndex> One { get; } = new(() => Make("--segments", "1"));

    /// <summary>Seven segments, one paragraph in twenty deleted.</summary>
    public static Lazy<LuceneIndex> Many { get; } = new(() => Make("--segments", "7", "--deletes", $"{LargeCorpus.Deletes}"));

    /// <summary>Five segments of articles as blocks with parents, the extra columns, some paragraphs deleted.</summary>
    public static Lazy<LuceneIndex> Blocks { get; } = new(() => Make("--segments", "5", "--deletes", $"{LargeCorpus.Deletes}", "--parents", "--extras"));

    /// <summary>The index folder; nothing may write to it.</summary>
    public string Folder => Path.Combine(_home, "index");

    /// <summary>Lucene's answers to the large corpus's queries.</summary>
    public string[] Answers => Kept($"answers-{Digest(LargeCorpus.Queries.Select(query => query.ToString()))}", () =>
        SearchComparison.Ask(Folder, LargeCorpus.Queries));

    /// <summary>Lucene's dump by id.</summary>
    public string[] Dump => Kept("dump-by-id", () => Oracle.Lines("dump", Folder, "--by-id"));

    private static LuceneIndex Make(params string[] options)
    {
        IEnumerable<string> sources = Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "tests", "oracle", "src")).Order(StringComparer.Ordinal);
        string key = Digest([.. options, .. sources.Append(LargeCorpus.Path).Select(DigestOfFile)]);
        string home = Path.Combine(Path.GetTempPath(), $"search-lucene-{key}");
        if (Directory.Exists(home))
            return new LuceneIndex(home);
        string staging = Directory.CreateTempSubdirectory("search-lucene-staging-").FullName;
        Oracle.Run(["index", LargeCorpus.Path, Path.Combine(staging, "index"), .. options]);
        try
        {
            Directory.Move(staging, home);
        }
        catch (IOException) when (Directory.Exists(home))
        {
            Directory.Delete(staging, recursive: true); // another process was faster
        }
        return new LuceneIndex(home);
    }

    private string[] Kept(string name, Func<string[]> make)
    {
        string file = Path.Combine(_home, name);
        if (!File.Exists(file))
        {
            string staging = $"{file}.{Environment.ProcessId}";
            File.WriteAllLines(staging, make());
            File.Move(staging, file, overwrite: true);
        }
        return File.ReadAllLines(file);
    }

    private static string Digest(IEnumerable<string> lines) => Short(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    private static string DigestOfFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Short(SHA256.HashData(stream));
    }

    private static string Short(byte[] digest) => Convert.ToHexStringLower(digest.AsSpan(0, 8));
}
