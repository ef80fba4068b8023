namespace Search.Engine.Tests.Codecs.Lucene84;

/// <summary>An index made once for all tests of a class, by Apache Lucene.</summary>
public abstract class LuceneIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private LuceneSegment? _segment;

    internal LuceneSegment Segment
    {
        get
        {
            if (_segment is null)
                Make(_folder.File("index"));
            return _segment ??= new LuceneSegment(_folder.File("index"));
        }
    }

    public void Dispose()
    {
        _segment?.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract void Make(string folder);
}

/// <summary>Paragraphs as the product indexes them.</summary>
public sealed class ParagraphIndex : LuceneIndex
{
    private const int Paragraphs = 4000;

    protected override void Make(string folder) =>
        Oracle.Run("index", GeneratedCorpus.Paragraphs(Paragraphs), folder, "--segments", "1");
}

/// <summary>Every kind of field, payloads, random and very similar terms: CornerIndex.java.</summary>
public sealed class CornerIndex : LuceneIndex
{
    private const int Documents = 3000;
    private const int Seed = 5;

    protected override void Make(string folder)
    {
        string source = Path.Combine(RepositoryPaths.Root, "tests", "Search.Engine.Tests", "Codecs", "Lucene84", "CornerIndex.java");
        string jars = Environment.GetEnvironmentVariable("ORACLE_JARS") ?? "/usr/share/java";
        string classPath = string.Join(':', Directory.EnumerateFiles(jars, "lucene-*-8.*.jar"));
        (int exitCode, _, string error) = Tool.Run("java", ["-cp", classPath, source, folder, $"{Documents}", $"{Seed}"], TimeSpan.FromMinutes(2));
        Assert.True(exitCode == 0, error);
    }
}

public sealed class ParagraphIndexTests(ParagraphIndex index) : LuceneIndexContract, IClassFixture<ParagraphIndex>
{
    internal override LuceneSegment Segment => index.Segment;

    protected override IEnumerable<string> IdenticalFiles => ["doc", "pos", "pay", "tim", "tmd"];
}

public sealed class CornerIndexTests(CornerIndex index) : LuceneIndexContract, IClassFixture<CornerIndex>
{
    internal override LuceneSegment Segment => index.Segment;

    // Where Lucene compresses suffixes with LZ4 its longer search finds other matches: .tim differs, and .tmd says its length.
    protected override IEnumerable<string> IdenticalFiles => ["doc", "pos", "pay"];
}
