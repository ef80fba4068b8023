using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene60;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene80;

/// <summary>An index of one segment that Apache Lucene wrote with <c>ColumnsMaker.java</c>: every kind of column.</summary>
internal sealed class LuceneColumns : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LuceneColumns(int documents, params string[] options)
    {
        string jars = Environment.GetEnvironmentVariable("ORACLE_JARS") ?? "/usr/share/java";
        string classPath = string.Join(':', ((string[])["core", "analyzers-common"]).Select(module => Directory.EnumerateFiles(jars, $"lucene-{module}-8.*.jar").First()));
        string source = System.IO.Path.Combine(RepositoryPaths.Root, "tests", "Search.Engine.Tests", "Codecs", "Lucene80", "ColumnsMaker.java");
        (int exitCode, _, string error) = Tool.Run("java", ["-Xmx2g", "-cp", classPath, source, _folder.Path, $"{documents}", .. options], TimeSpan.FromMinutes(2));
        Assert.True(exitCode == 0, error);

        Index = MappedDirectory.Open(_folder.Path);
        Segment = CommitPoint.ReadLatest(Index).Segments.Single().Segment;
        State = new SegmentReadState(Index, Segment, Lucene60FieldInfosFormat.Read(Index, Segment));
    }

    public IndexDirectory Index { get; }

    public string Path => _folder.Path;

    public SegmentInfo Segment { get; }

    public SegmentReadState State { get; }

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }
}
