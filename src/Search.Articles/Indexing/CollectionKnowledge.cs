using Search.Articles.Cleaning;
using Search.Articles.Names;

namespace Search.Articles.Indexing;

/// <summary>What is learned from a whole collection: lines that repeat, and names with their aliases.</summary>
/// <remarks>
/// Kept in a file beside the index files, one for each commit that changed it; the commit's user data names the one that belongs to it.
/// Format: a line with the length of the first part in bytes, the statistics of lines, the names as text.
/// </remarks>
internal sealed class CollectionKnowledge
{
    private const string Prefix = "collection-";

    private AliasTable? _aliases;
    private int _resolvedNames;

    public CollectionStatistics Lines { get; private init; } = new();

    public NameCollection Names { get; private init; } = new();

    /// <summary>Whether nothing was learned yet.</summary>
    public bool IsEmpty => Lines.Articles == 0;

    /// <summary>Adds the names of a batch of articles, and gives the table that resolves them.</summary>
    /// <remarks>Making the table takes time in proportion to the collection, so it is made again only when there are a twentieth more names.</remarks>
    public AliasTable Learn(NameCollection batch)
    {
        Names.Add(batch);
        if (_aliases is { } aliases && Names.Count <= _resolvedNames + _resolvedNames / 20)
            return aliases.Before(AliasTable.Create(batch));
        return Resolve();
    }

    /// <summary>The table that resolves all names as they are known now.</summary>
    public AliasTable Resolve()
    {
        _resolvedNames = Names.Count;
        return _aliases = AliasTable.Create(Names);
    }

    /// <summary>Writes a new file into the index folder and returns its name.</summary>
    public string Save(string indexFolder)
    {
        string name = $"{Prefix}{Guid.NewGuid():n}.state";
        using var file = new FileStream(Path.Combine(indexFolder, name), FileMode.CreateNew);
        using var lines = new MemoryStream();
        Lines.Write(lines);
        using var writer = new StreamWriter(file);
        writer.Write($"{lines.Length}\n");
        writer.Flush();
        lines.WriteTo(file);
        Names.Write(writer);
        writer.Flush();
        file.Flush(flushToDisk: true);
        return name;
    }

    /// <summary>Reads a file that <see cref="Save"/> wrote; null when it is missing or broken, so that it must be learned anew.</summary>
    public static CollectionKnowledge? TryLoad(string indexFolder, string? name)
    {
        if (name is null || Path.GetFileName(name) != name || !File.Exists(Path.Combine(indexFolder, name)))
            return null;
        try
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(indexFolder, name));
            int lineEnd = bytes.AsSpan().IndexOf((byte)'\n');
            if (lineEnd < 0 || !int.TryParse(bytes.AsSpan(0, lineEnd), out int length) || length < 0 || lineEnd + 1 + length > bytes.Length)
                return null;
            using var lines = new MemoryStream(bytes, lineEnd + 1, length);
            using var names = new StreamReader(new MemoryStream(bytes, lineEnd + 1 + length, bytes.Length - lineEnd - 1 - length));
            return new CollectionKnowledge { Lines = CollectionStatistics.Read(lines), Names = NameCollection.Read(names) };
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Removes the files of earlier commits.</summary>
    public static void DeleteAllBut(string indexFolder, string name)
    {
        foreach (string file in Directory.EnumerateFiles(indexFolder, $"{Prefix}*.state"))
        {
            if (Path.GetFileName(file) != name)
                File.Delete(file);
        }
    }
}
