using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>The large corpus as our writer indexes it, before and after deletes and updates; made when first asked for.</summary>
public abstract class WrittenIndex : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly Lazy<string> _fresh;
    private readonly Lazy<string> _changed;

    private protected WrittenIndex(long bufferBytes)
    {
        var indexer = new ParagraphIndexer { BufferBytes = bufferBytes };
        _fresh = new Lazy<string>(() => Write(indexer));
        _changed = new Lazy<string>(() => Change(indexer));
    }

    /// <summary>Every paragraph once.</summary>
    public string Fresh => _fresh.Value;

    /// <summary>The same with paragraphs deleted and written again, by a writer that opened it anew.</summary>
    public string Changed => _changed.Value;

    public void Dispose()
    {
        _home.Dispose();
        GC.SuppressFinalize(this);
    }

    private string Write(ParagraphIndexer indexer)
    {
        string folder = _home.File("fresh");
        indexer.Index(LargeCorpus.Path, folder);
        return folder;
    }

    private string Change(ParagraphIndexer indexer)
    {
        string folder = _home.File("changed");
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(Fresh))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        (indexer with { Deletes = LargeCorpus.Deletes, Updates = LargeCorpus.Updates }).DeleteAndUpdate(LargeCorpus.Path, folder);
        return folder;
    }
}
