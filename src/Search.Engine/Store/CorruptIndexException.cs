namespace Search.Engine.Store;

/// <summary>Bytes of an index that cannot be right; names the file and, where known, the offset.</summary>
public class CorruptIndexException : IOException
{
    /// <summary>A fault in <paramref name="fileName"/> at byte <paramref name="offset"/> (-1: not at one place).</summary>
    public CorruptIndexException(string message, string fileName, long offset = -1, Exception? inner = null)
        : base(offset < 0 ? $"{message} ({fileName})" : $"{message} ({fileName} at byte {offset})", inner)
    {
        FileName = fileName;
        Offset = offset;
    }

    /// <summary>A fault at the current position of <paramref name="input"/>.</summary>
    public CorruptIndexException(string message, IndexInput input)
        : this(message, input.Name, input.Position)
    {
    }

    /// <summary>A file that <paramref name="owner"/> needs and that is not there.</summary>
    internal static CorruptIndexException OfMissing(FileNotFoundException missing, string owner)
    {
        string name = Path.GetFileName(missing.FileName) ?? owner;
        return new CorruptIndexException($"{owner} needs a file that is missing", name, inner: missing);
    }

    /// <summary>The file (or the part of a compound file) that holds the fault.</summary>
    public string FileName { get; }

    /// <summary>Byte offset in that file; -1 when the fault has no single place.</summary>
    public long Offset { get; }
}
