using Search.TableGenerator;

namespace Search.Engine.Tests.Analysis;

public sealed class GeneratedTablesTests
{
    [UnicodeDataFact]
    public void The_tables_in_the_repository_are_what_the_generator_writes()
    {
        Assert.All(Generator.Run(UnicodeFiles.DefaultFolder, RepositoryPaths.Root), file =>
        {
            string committed = File.ReadAllText(Path.Combine(RepositoryPaths.Root, Generator.OutputFolder, file.Name));
            Assert.True(committed == file.Content, $"{file.Name}: run the generator (tests/Search.TableGenerator/README.md)");
        });
    }

    /// <summary>A test over the Unicode data files; skips where they are not installed or of another version.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class UnicodeDataFactAttribute : FactAttribute
    {
        private const string FirstLine = "# DerivedAge-15.0.0.txt";

        public UnicodeDataFactAttribute()
        {
            string file = Path.Combine(UnicodeFiles.DefaultFolder, "DerivedAge.txt");
            if (!File.Exists(file) || File.ReadLines(file).First() != FirstLine)
                Skip = External.SkipReason($"no Unicode 15.0 in {UnicodeFiles.DefaultFolder} (Debian package unicode-data)");
        }
    }
}
