namespace Search.Articles.Names;

/// <summary>Reads the word lists that are built into the assembly (<c>Lists/README.md</c>).</summary>
internal static class ListFile
{
    /// <summary>The lines of a list, without comments and empty ones.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using Stream stream = typeof(ListFile).Assembly.GetManifestResourceStream($"Names.{name}")
            ?? throw new InvalidOperationException($"The list {name} is not built into the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    /// <summary>The comma-separated entries of a list with the [section] they stand in; the section is empty before the first.</summary>
    public static IEnumerable<(string Section, string Entry)> Entries(string name)
    {
        var section = "";
        foreach (string line in Lines(name))
        {
            if (line[0] == '[')
            {
                section = line.Trim('[', ']');
                continue;
            }
            foreach (string entry in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                yield return (section, entry);
        }
    }

    /// <summary>The groups of a list of the form <c>name | other names = derived words</c>.</summary>
    public static IEnumerable<(string[] Names, string[] Derived)> Groups(string name)
    {
        const StringSplitOptions Options = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        foreach (string line in Lines(name))
        {
            string[] sides = line.Split('=');
            yield return (sides[0].Split('|', Options), sides.Length > 1 ? sides[1].Split(',', Options) : []);
        }
    }
}
