using System.Buffers.Binary;
using Search.Engine.Store;
using Search.Engine.Util;

namespace Search.Engine.Tests.Segments;

/// <summary>The files of an index as bytes, to be written again with one of them damaged.</summary>
internal sealed class IndexFiles
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    private IndexFiles()
    {
    }

    public IEnumerable<string> Names => _files.Keys;

    public static IndexFiles Of(IndexDirectory directory)
    {
        var files = new IndexFiles();
        foreach (string name in directory.ListAll().Where(name => name != "write.lock"))
        {
            using IndexInput input = directory.OpenInput(name);
            files._files[name] = input.ReadSpan((int)input.Length).ToArray();
        }
        return files;
    }

    public int LengthOf(string name) => _files[name].Length;

    /// <summary>A copy of a file's bytes.</summary>
    public byte[] BytesOf(string name) => [.. _files[name]];

    /// <summary>The file with some bits turned before its footer.</summary>
    /// <param name="mendsChecksum">Whether the footer is made to fit the damage.</param>
    public byte[] Damaged(string name, Random random, bool mendsChecksum)
    {
        byte[] bytes = [.. _files[name]];
        for (int flips = mendsChecksum ? random.Next(1, 4) : 1; flips > 0; flips--)
            bytes[random.Next(bytes.Length - (mendsChecksum ? 16 : 0))] ^= (byte)(1 << random.Next(8));
        if (mendsChecksum)
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(bytes.Length - 8), Crc32.Compute(bytes.AsSpan(0, bytes.Length - 8)));
        return bytes;
    }

    /// <summary>The first bytes of a file.</summary>
    public byte[] Cut(string name, int length) => _files[name][..length];

    /// <summary>An index in memory with one file replaced, or left out when there are no bytes.</summary>
    public MemoryDirectory With(string name, byte[]? bytes) => With(new Dictionary<string, byte[]?>(StringComparer.Ordinal) { [name] = bytes });

    /// <summary>An index in memory with some files replaced, or left out when there are no bytes.</summary>
    public MemoryDirectory With(IReadOnlyDictionary<string, byte[]?> changed)
    {
        var directory = new MemoryDirectory();
        foreach ((string file, byte[] sound) in _files)
        {
            if ((changed.TryGetValue(file, out byte[]? bytes) ? bytes : sound) is not { } content)
                continue;
            using IndexOutput output = directory.CreateOutput(file);
            output.WriteBytes(content);
        }
        return directory;
    }

    /// <summary>Writes all files to a folder, one of them replaced.</summary>
    public void WriteTo(string folder, string name, byte[] bytes)
    {
        Directory.CreateDirectory(folder);
        foreach ((string file, byte[] sound) in _files)
            File.WriteAllBytes(Path.Combine(folder, file), file == name ? bytes : sound);
    }
}
