using System.Globalization;

namespace Search.Articles.Names;

/// <summary>A <see cref="NameCollection"/> as lines of tab-separated cells.</summary>
/// <remarks>
/// First line: <c>names 1</c>. A name: <c>N key count firm adjectival person organization place other</c>, then for each spelling
/// <c>F spelling count</c> and for each full name <c>A key count</c> as lines of their own. A lower-case word: <c>L word count</c>.
/// Lines are sorted, so that equal collections give equal texts.
/// </remarks>
internal static class NameCollectionText
{
    private const string Header = "names 1";

    public static void Write(NameCollection names, TextWriter output)
    {
        output.WriteLine(Header);
        foreach ((string key, NameRecord record) in Sorted(names.Records))
        {
            KindScores scores = record.Scores;
            output.WriteLine(string.Join('\t', "N", key, record.Count, record.Firm, record.Adjectival,
                scores.Person, scores.Organization, scores.Place, scores.Other));
            foreach ((string form, int count) in Sorted(record.Forms)) output.WriteLine($"F\t{form}\t{count}");
            foreach ((string full, int count) in Sorted(record.FullKeys)) output.WriteLine($"A\t{full}\t{count}");
        }
        foreach ((string word, int count) in Sorted(names.LowerWords)) output.WriteLine($"L\t{word}\t{count}");
    }

    public static NameCollection Read(TextReader input)
    {
        if (input.ReadLine() != Header) throw new FormatException($"Saved names begin with \"{Header}\".");
        var names = new NameCollection();
        NameRecord? record = null;
        while (input.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            switch (cells[0], cells.Length)
            {
                case ("N", 9):
                    record = names.RecordOf(cells[1]);
                    record.Count = Number(cells[2]);
                    record.Firm = Number(cells[3]);
                    record.Adjectival = Number(cells[4]);
                    record.Scores = new KindScores(Number(cells[5]), Number(cells[6]), Number(cells[7]), Number(cells[8]));
                    break;
                case ("F", 3) when record is not null:
                    NameRecord.Increase(record.Forms, cells[1], Number(cells[2]));
                    break;
                case ("A", 3) when record is not null:
                    NameRecord.Increase(record.FullKeys, cells[1], Number(cells[2]));
                    break;
                case ("L", 3):
                    names.LowerWords[cells[1]] = Number(cells[2]);
                    break;
                default:
                    throw new FormatException($"Not a line of saved names: {line}");
            }
        }
        return names;
    }

    private static int Number(string cell) => int.Parse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static List<KeyValuePair<string, T>> Sorted<T>(Dictionary<string, T> entries)
    {
        var sorted = new List<KeyValuePair<string, T>>(entries);
        sorted.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return sorted;
    }
}
