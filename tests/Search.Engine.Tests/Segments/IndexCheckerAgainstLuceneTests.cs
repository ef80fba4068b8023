using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Segments;

/// <summary>The check against Lucene's own (CheckIndex).</summary>
public sealed class IndexCheckerAgainstLuceneTests
{
    private const int Paragraphs = 2000;
    private const int DamagesOfFile = 4;

    // One process for all indexes: a line each, its folder's name and what CheckIndex finds wrong or "clean".
    private const string CheckAll = """
        java.io.File[] folders = new java.io.File(args[0]).listFiles();
        java.util.Arrays.sort(folders);
        for (java.io.File folder : folders) {
            String verdict = "not clean";
            try (Directory d = FSDirectory.open(folder.toPath()); CheckIndex check = new CheckIndex(d)) {
                check.setFailFast(true);
                if (check.checkIndex().clean)
                    verdict = "clean";
            } catch (Throwable t) {
                verdict = t.toString().replaceAll("\\s", " ");
            }
            System.out.println(folder.getName() + " " + verdict);
        }
        """;

    [OracleTheory]
    [InlineData("--extras --segments 3 --deletes 31 --updates 17 --compound")]
    [InlineData("--extras --vectors --best-compression --index-sort date")]
    public void An_index_that_Lucene_wrote_is_sound(string options)
    {
        using var folder = new TemporaryFolder();
        Oracle.Run(["index", GeneratedCorpus.Paragraphs(Paragraphs), folder.Path, .. options.Split(' ')]);
        Assert.Equal([], ProblemsOf(folder.Path));
    }

    [OracleFact]
    public void What_CheckIndex_finds_under_good_checksums_is_found_seed_31()
    {
        using var sound = new TemporaryFolder();
        new ParagraphIndexer { Extras = true, Limit = 400, Deletes = 9 }.Index(GeneratedCorpus.Paragraphs(Paragraphs), sound.Path);
        using MappedDirectory directory = MappedDirectory.Open(sound.Path);
        IndexFiles files = IndexFiles.Of(directory);

        using var damaged = new TemporaryFolder();
        var random = new Random(31);
        foreach (string name in files.Names)
        {
            for (var round = 0; round < DamagesOfFile; round++)
                files.WriteTo(damaged.File($"{name}-{round}"), name, files.Damaged(name, random, mendsChecksum: true));
        }
        files.WriteTo(damaged.File("sound"), "", []);

        var missed = new List<string>();
        var clean = 0;
        using JavaProgram lucene = JavaProgram.Start(CheckAll, damaged.Path);
        while (lucene.ReadLine() is { } line)
        {
            string[] verdict = line.Split(' ', 2);
            string[] problems = ProblemsOf(damaged.File(verdict[0]));
            if (verdict[1] == "clean")
                clean++;
            else if (problems.Length == 0)
                missed.Add(line);
            if (verdict[0] == "sound")
                Assert.Equal(("clean", 0), (verdict[1], problems.Length));
        }
        Assert.InRange(clean, 1, files.Names.Count() * DamagesOfFile);
        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    private static string[] ProblemsOf(string folder)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        IndexCheckReport report = IndexChecker.Check(directory);
        return [.. report.Problems, .. report.Segments.SelectMany(segment => segment.Problems)];
    }
}
