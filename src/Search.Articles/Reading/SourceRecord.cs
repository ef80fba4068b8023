namespace Search.Articles.Reading;

/// <summary>A part of a file that holds one article, before it is taken apart: enough to see whether it has changed.</summary>
public sealed class SourceRecord
{
    private readonly Func<RawArticle> _read;

    internal SourceRecord(string id, string path, string contentHash, long bytes, Func<RawArticle> read)
    {
        Bytes = bytes;
        Id = id;
        Path = path;
        ContentHash = contentHash;
        _read = read;
    }

    /// <summary>The article's id.</summary>
    public string Id { get; }

    /// <summary>The file relative to the folder that was named; with ":" and the line or number for a part of a file.</summary>
    public string Path { get; }

    /// <summary>SHA-256 of the bytes it was read from, in hexadecimal: an article whose hash is the same has not changed.</summary>
    public string ContentHash { get; }

    /// <summary>Number of bytes it was read from.</summary>
    internal long Bytes { get; }

    /// <summary>What was handed over, for an article that did not come from a file.</summary>
    internal byte[]? Submission { get; init; }

    internal RawArticle Read() => _read();
}
