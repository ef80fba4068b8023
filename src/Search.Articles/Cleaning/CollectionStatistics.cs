using System.Buffers.Binary;

namespace Search.Articles.Cleaning;

/// <summary>
/// Which lines repeat across the articles of a collection: what stands in many different articles belongs to the page, not to them.
/// </summary>
/// <remarks>
/// The contract: observe every article's source once, then compose with it. The same observations give the same answers. Memory is
/// bounded: counts of rare lines are dropped when the table is full, so counts may be too low and never too high, and a line that
/// is not counted stays text. Copies of one article count once. Not thread safe while observing, shareable afterwards.
/// </remarks>
public sealed class CollectionStatistics
{
    /// <summary>A line must stand in this many different articles to be furniture.</summary>
    public const int MinArticles = 5;

    // And in one of so many: in big collections short sentences recur by chance ("Terms were not disclosed.").
    private const int OneOf = 200;

    private const int Capacity = 1 << 20;
    private const int MinLetters = 4;
    private const int MaxLength = 300;
    private const uint FileMark = 0x53544C43; // "CLTS"

    private readonly Dictionary<ulong, int> _lines = [];
    private readonly HashSet<ulong> _articles = [];
    private readonly HashSet<ulong> _seen = [];

    /// <summary>Number of different articles observed.</summary>
    public int Articles => _articles.Count;

    /// <summary>Counts the lines of one article's source.</summary>
    public void Observe(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!_articles.Add(Signature(source))) return;
        _seen.Clear();
        foreach (ReadOnlySpan<char> line in source.AsSpan().EnumerateLines())
        {
            if (HashOf(line.Trim()) is var hash && hash != 0 && _seen.Add(hash)) _lines[hash] = _lines.GetValueOrDefault(hash) + 1;
        }

        if (_lines.Count > Capacity) DropRarest();
    }

    /// <summary>Whether a line, or a block of one line, stands in so many different articles that it is furniture.</summary>
    public bool IsRepeated(string line) =>
        HashOf(line.AsSpan().Trim()) is var hash && hash != 0 && _lines.GetValueOrDefault(hash) >= Math.Max(MinArticles, Articles / OneOf);

    /// <summary>Writes the state, so that an index can keep it beside its commit.</summary>
    public void Write(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Span<byte> buffer = stackalloc byte[12];
        BinaryPrimitives.WriteUInt32LittleEndian(buffer, FileMark);
        BinaryPrimitives.WriteInt32LittleEndian(buffer[4..], _articles.Count);
        BinaryPrimitives.WriteInt32LittleEndian(buffer[8..], _lines.Count);
        output.Write(buffer);
        foreach (ulong article in _articles)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(buffer, article);
            output.Write(buffer[..8]);
        }

        foreach ((ulong line, int count) in _lines)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(buffer, line);
            BinaryPrimitives.WriteInt32LittleEndian(buffer[8..], count);
            output.Write(buffer);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such state, or end early.</exception>
    public static CollectionStatistics Read(Stream input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var statistics = new CollectionStatistics();
        Span<byte> buffer = stackalloc byte[12];
        ReadExactly(input, buffer);
        if (BinaryPrimitives.ReadUInt32LittleEndian(buffer) != FileMark) throw new InvalidDataException("not collection statistics");
        int articles = BinaryPrimitives.ReadInt32LittleEndian(buffer[4..]);
        int lines = BinaryPrimitives.ReadInt32LittleEndian(buffer[8..]);
        for (var i = 0; i < articles; i++)
        {
            ReadExactly(input, buffer[..8]);
            statistics._articles.Add(BinaryPrimitives.ReadUInt64LittleEndian(buffer));
        }

        for (var i = 0; i < lines; i++)
        {
            ReadExactly(input, buffer);
            statistics._lines[BinaryPrimitives.ReadUInt64LittleEndian(buffer)] = BinaryPrimitives.ReadInt32LittleEndian(buffer[8..]);
        }

        return statistics;
    }

    private static void ReadExactly(Stream input, Span<byte> buffer)
    {
        if (input.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
            throw new InvalidDataException("collection statistics end early");
    }

    private void DropRarest()
    {
        for (var count = 1; _lines.Count > Capacity / 2; count++)
        {
            foreach (ulong line in _lines.Where(entry => entry.Value <= count).Select(entry => entry.Key).ToArray()) _lines.Remove(line);
        }
    }

    // An article is its longest line: copies of one text in different pages count once.
    private static ulong Signature(string source)
    {
        ReadOnlySpan<char> longest = [];
        foreach (ReadOnlySpan<char> line in source.AsSpan().EnumerateLines())
        {
            if (line.Length > longest.Length) longest = line;
        }

        return Hash(longest.Trim());
    }

    // 0 for lines that never count: figures of tables recur in different articles for good reasons.
    private static ulong HashOf(ReadOnlySpan<char> line)
    {
        if (line.Length is < MinLetters or > MaxLength) return 0;
        var letters = 0;
        foreach (char c in line)
        {
            if (char.IsDigit(c)) return 0;
            if (char.IsLetter(c)) letters++;
        }

        return letters >= MinLetters ? Hash(line) : 0;
    }

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (char c in text) hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        return hash | 1;
    }
}
