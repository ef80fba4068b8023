using System.Text.Json;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Segments;

namespace Search.Engine.Tests.Indexing;

/// <summary>Our verdict about each segment of a damaged index is CheckIndex's, and what a repair leaves is clean for it.</summary>
public sealed class IndexRepairAgainstLuceneTests
{
    // One process for all indexes: a line each, its folder's name and how many segments and documents CheckIndex would drop.
    private const string CheckAll = """
        java.io.File[] folders = new java.io.File(args[0]).listFiles();
        java.util.Arrays.sort(folders);
        for (java.io.File folder : folders) {
            String verdict;
            try (Directory d = FSDirectory.open(folder.toPath()); CheckIndex check = new CheckIndex(d)) {
                CheckIndex.Status status = check.checkIndex();
                verdict = status.missingSegments ? "\"unreadable\""
                    : "[" + status.numSegments + "," + status.numBadSegments + "," + status.totLoseDocCount + "," + status.clean + "]";
            } catch (Throwable t) {
                verdict = "\"unreadable\"";
            }
            System.out.println("{\"folder\":\"" + folder.getName() + "\",\"verdict\":" + verdict + "}");
        }
        """;

    // One file of each kind, and every segment's description.
    private static bool IsDamaged(string name) => name.StartsWith("_1", StringComparison.Ordinal) || name.EndsWith(".si", StringComparison.Ordinal);

    [OracleFact]
    public void Verdicts_are_CheckIndexs_and_repaired_indexes_are_clean_for_it()
    {
        using MemoryDirectory sound = GoldenIndex.Segmented();
        IndexFiles files = IndexFiles.Of(sound);
        var random = new Random(41);
        using var damaged = new TemporaryFolder();
        using var repaired = new TemporaryFolder();
        var plans = new Dictionary<string, IndexRepairPlan>(StringComparer.Ordinal);
        foreach (string name in files.Names.Where(IsDamaged))
        {
            byte[] bytes = files.Damaged(name, random, mendsChecksum: false);
            files.WriteTo(damaged.File(name), name, bytes);
            files.WriteTo(repaired.File(name), name, bytes);
            using MappedDirectory directory = MappedDirectory.Open(repaired.File(name));
            plans[name] = IndexRepair.Plan(IndexChecker.Check(directory));
            IndexRepair.Repair(directory, plans[name]);
        }

        foreach ((string name, JsonElement verdict) in Verdicts(damaged.Path))
        {
            // Lucene cannot open a commit of which a segment's description is damaged; we can, and drop that segment.
            bool isReadable = !name.EndsWith(".si", StringComparison.Ordinal);
            Assert.Equal(isReadable ? JsonValueKind.Array : JsonValueKind.String, verdict.ValueKind);
            if (!isReadable)
                continue;
            Assert.Equal((3, plans[name].Dropped.Count), (verdict[0].GetInt32(), verdict[1].GetInt32()));
            // Lucene counts deleted documents as lost when it cannot open the segment.
            Assert.Contains(verdict[2].GetInt64(), new long[] { plans[name].LostDocuments, plans[name].Dropped.Sum(segment => (long)segment.MaxDoc) });
        }
        foreach ((string name, JsonElement verdict) in Verdicts(repaired.Path))
            Assert.Equal((name, "[2,0,0,true]"), (name, verdict.GetRawText()));
    }

    private static List<(string Name, JsonElement Verdict)> Verdicts(string folder)
    {
        var verdicts = new List<(string, JsonElement)>();
        using JavaProgram lucene = JavaProgram.Start(CheckAll, folder);
        while (lucene.ReadLine() is { } line)
        {
            JsonElement parsed = JsonElement.Parse(line);
            verdicts.Add((parsed.GetProperty("folder").GetString()!, parsed.GetProperty("verdict")));
        }
        Assert.Equal(Directory.GetDirectories(folder).Length, verdicts.Count);
        return verdicts;
    }
}
