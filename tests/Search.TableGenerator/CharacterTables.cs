using System.Text.Json;

namespace Search.TableGenerator;

/// <summary>The tables that map or judge single characters.</summary>
internal static class CharacterTables
{
    private const int BlockShift = 7;

    // Characters of later versions are unknown to Java 17, whose behaviour the tables reproduce.
    private static readonly Version JavaVersion = new(13, 0);

    public static GeneratedFile LowerCase(UnicodeFiles unicode)
    {
        bool[] assigned = unicode.AssignedBy(JavaVersion);
        var deltas = new uint[UnicodeFiles.CodePoints];
        foreach (string[] row in unicode.UnicodeData())
        {
            int from = UnicodeFiles.CodePoint(row[0]);
            if (row[13].Length == 0 || !assigned[from])
                continue;
            int to = UnicodeFiles.CodePoint(row[13]);
            if (from >> 16 != to >> 16)
                throw new InvalidOperationException($"{row[0]} changes its plane: the table holds 16-bit differences.");
            deltas[from] = (ushort)(to - from);
        }
        var table = new TwoStageTable(deltas, 1 << BlockShift);
        return new SourceText("LowerCaseTable", "Simple lower-case mappings: what to add to the low 16 bits of a code point.")
            .Constant("BlockShift", BlockShift, "Binary logarithm of the block length.")
            .Table("BlockNumbers", "byte", table.BlockNumbers, 32, "The block of each run of code points.")
            .Table("Blocks", "ushort", table.Blocks, 32, "The differences modulo 65536, block after block.")
            .ToFile();
    }

    public static GeneratedFile Letters(UnicodeFiles unicode)
    {
        bool[] assigned = unicode.AssignedBy(JavaVersion);
        string[] categories = unicode.Property("extracted/DerivedGeneralCategory.txt");
        var bits = new uint[UnicodeFiles.CodePoints / 8];
        for (var codePoint = 0; codePoint < categories.Length; codePoint++)
        {
            if (assigned[codePoint] && categories[codePoint].StartsWith('L'))
                bits[codePoint >> 3] |= 1u << (codePoint & 7);
        }
        const int ByteBlockShift = 5;
        var table = new TwoStageTable(bits, 1 << ByteBlockShift);
        return new SourceText("LetterTable", "Which code points are letters (general category L): one bit each.")
            .Constant("BlockShift", ByteBlockShift, "Binary logarithm of the block length in bytes.")
            .Table("BlockNumbers", "byte", table.BlockNumbers, 32, "The block of each run of bytes.")
            .Table("Blocks", "byte", table.Blocks, 32, "The bits of eight code points a byte, lowest first, block after block.")
            .ToFile();
    }

    public static GeneratedFile AsciiFolding(string goldenFile)
    {
        var foldings = new uint[0x10000];
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllText(goldenFile));
        foreach (JsonElement row in golden.RootElement.GetProperty("rows").EnumerateArray())
        {
            string folding = row[1].GetString()!;
            for (var i = 0; i < folding.Length; i++)
                foldings[UnicodeFiles.CodePoint(row[0].GetString()!)] |= (uint)folding[i] << (8 * i);
        }
        var table = new TwoStageTable(foldings, 1 << BlockShift);
        return new SourceText("AsciiFoldingTable", "The ASCII form of characters of the first plane: up to four characters, a byte each, the first lowest; 0 where there is none.")
            .Constant("BlockShift", BlockShift, "Binary logarithm of the block length.")
            .Table("BlockNumbers", "byte", table.BlockNumbers, 32, "The block of each run of characters.")
            .Table("Blocks", "uint", table.Blocks, 8, "The foldings, block after block.")
            .ToFile();
    }
}
