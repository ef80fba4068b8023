using System.Globalization;

namespace Search.TableGenerator;

/// <summary>Reads the data files of the Unicode Character Database.</summary>
public sealed class UnicodeFiles(string folder)
{
    /// <summary>Where Debian's package <c>unicode-data</c> puts the files.</summary>
    public const string DefaultFolder = "/usr/share/unicode";

    /// <summary>Number of code points.</summary>
    public const int CodePoints = 0x110000;

    /// <summary>The value of an enumerated property for every code point; empty where none is given.</summary>
    public string[] Property(string file)
    {
        var values = new string[CodePoints];
        Array.Fill(values, "");
        foreach ((int first, int last, string value) in Rows(file))
            Array.Fill(values, value, first, last - first + 1);
        return values;
    }

    /// <summary>The code points that have a binary property of a file which lists several.</summary>
    public bool[] BinaryProperty(string file, string property)
    {
        var members = new bool[CodePoints];
        foreach ((int first, int last, string value) in Rows(file))
        {
            if (value == property)
                Array.Fill(members, true, first, last - first + 1);
        }
        return members;
    }

    /// <summary>Whether a code point was assigned in Unicode <paramref name="version"/> or before.</summary>
    public bool[] AssignedBy(Version version)
    {
        string[] ages = Property("DerivedAge.txt");
        return Array.ConvertAll(ages, age => age.Length > 0 && Version.Parse(age) <= version);
    }

    /// <summary>The fields of every row of UnicodeData.txt (ranges stay as their First and Last rows).</summary>
    public IEnumerable<string[]> UnicodeData() =>
        File.ReadLines(Path.Combine(folder, "UnicodeData.txt")).Select(line => line.Split(';'));

    /// <summary>A code point from its hexadecimal form.</summary>
    public static int CodePoint(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private IEnumerable<(int First, int Last, string Value)> Rows(string file)
    {
        foreach (string line in File.ReadLines(Path.Combine(folder, file)))
        {
            string row = line.Split('#')[0].Trim();
            if (row.Length == 0)
                continue;
            string[] columns = row.Split(';', StringSplitOptions.TrimEntries);
            string[] range = columns[0].Split("..");
            yield return (CodePoint(range[0]), CodePoint(range[^1]), columns[1]);
        }
    }
}
