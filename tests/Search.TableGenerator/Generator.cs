namespace Search.TableGenerator;

/// <summary>Makes every generated table.</summary>
public static class Generator
{
    /// <summary>Where the files belong, from the repository's root.</summary>
    public const string OutputFolder = "src/Search.Engine/Analysis/Tables";

    /// <summary>All files, from the Unicode files in <paramref name="unicodeFolder"/>.</summary>
    public static IReadOnlyList<GeneratedFile> Run(string unicodeFolder, string repositoryRoot)
    {
        var unicode = new UnicodeFiles(unicodeFolder);
        string folding = Path.Combine(repositoryRoot, "tests", "golden", "asciifolding.json");
        return
        [
            WordBreakTables.ClassTable(new WordBreakClassifier(unicode)),
            WordBreakTables.Machine(Automaton.Compile(WordBreakGrammar.Rules)),
            CharacterTables.LowerCase(unicode),
            CharacterTables.Letters(unicode),
            CharacterTables.AsciiFolding(folding),
        ];
    }
}

/// <summary>A source file.</summary>
public sealed record GeneratedFile(string Name, string Content);
