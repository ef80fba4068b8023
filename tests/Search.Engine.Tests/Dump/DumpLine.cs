using System.Globalization;
using System.Text;

namespace Search.Engine.Tests.Dump;

/// <summary>One line of a dump: a JSON object, its keys in the order in which they are added, printed as the oracle prints.</summary>
internal sealed class DumpLine
{
    private readonly StringBuilder _json = new("{");

    public DumpLine(string kind) => Add("kind", kind);

    public DumpLine Add(string key, string? value) => AddRaw(key, value is null ? "null" : Quote(value));

    public DumpLine Add(string key, long value) => AddRaw(key, value.ToString(CultureInfo.InvariantCulture));

    public DumpLine Add(string key, bool value) => AddRaw(key, value ? "true" : "false");

    public DumpLine Add(string key, IEnumerable<string> values) => AddRaw(key, $"[{string.Join(',', values.Select(Quote))}]");

    /// <summary>A map in ordinal order of its keys.</summary>
    public DumpLine Add(string key, IReadOnlyDictionary<string, string> map) => AddRaw(
        key,
        $"{{{string.Join(',', map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{Quote(pair.Key)}:{Quote(pair.Value)}"))}}}");

    public override string ToString() => $"{_json}}}";

    private DumpLine AddRaw(string key, string json)
    {
        _json.Append(_json.Length > 1 ? "," : "").Append(Quote(key)).Append(':').Append(json);
        return this;
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                < ' ' => quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }
        return quoted.Append('"').ToString();
    }
}
