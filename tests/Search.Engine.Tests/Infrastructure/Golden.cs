using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Search.Engine.Tests.Infrastructure;

/// <summary>Reads the golden vectors (<c>tests/golden</c>, its README says what each file holds).</summary>
internal static class Golden
{
    /// <summary>The rows of a JSON file.</summary>
    public static IReadOnlyList<JsonElement> Rows(string fileName)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(PathOf(fileName)));
        return [.. document.RootElement.GetProperty("rows").Clone().EnumerateArray()];
    }

    /// <summary>The lines of a tab-separated file, cut at the tabs.</summary>
    public static IReadOnlyList<string[]> TabSeparated(string fileName) =>
        [.. File.ReadLines(PathOf(fileName)).Where(line => line.Length > 0).Select(line => line.Split('\t'))];

    /// <summary>A string that may hold lone surrogates, which the JSON library refuses.</summary>
    public static string Text(JsonElement element)
    {
        string raw = element.GetRawText();
        var text = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }
            char escape = raw[++i];
            if (escape == 'u')
            {
                text.Append((char)int.Parse(raw.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(escape switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => escape });
            }
        }
        return text.ToString();
    }

    /// <summary>A float given as its raw bits, <c>0x3fba9686</c>.</summary>
    public static float Bits(JsonElement element) =>
        BitConverter.UInt32BitsToSingle(Convert.ToUInt32(element.GetString(), 16));

    public static string PathOf(string fileName) => Path.Combine(RepositoryPaths.Golden, fileName);
}
