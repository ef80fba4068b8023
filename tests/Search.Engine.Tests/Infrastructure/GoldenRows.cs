using System.Text.Json;

namespace Search.Engine.Tests.Infrastructure;

/// <summary>Runs a check over all rows of a golden file, minding <c>excluded.json</c>: a listed row must fail, every other must pass.</summary>
internal static class GoldenRows
{
    private const int MaxReported = 10;

    private static readonly Lazy<IReadOnlyList<JsonElement>> Excluded = new(() =>
    {
        string path = Path.Combine(RepositoryPaths.Root, "tests", "Search.Engine.Tests", "Golden", "excluded.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("rows").Clone().EnumerateArray()];
    });

    /// <summary>Everything that is listed.</summary>
    public static IReadOnlyList<JsonElement> Exclusions => Excluded.Value;

    /// <summary>Checks the rows of a JSON file.</summary>
    /// <param name="fileName">File in tests/golden.</param>
    /// <param name="check">Name of the promise, as excluded.json spells it.</param>
    /// <param name="idOf">The row's identity, as excluded.json spells it.</param>
    /// <param name="assert">Throws when the row is not met.</param>
    public static void Check(string fileName, string check, Func<JsonElement, string> idOf, Action<JsonElement> assert) =>
        Check(fileName, check, Golden.Rows(fileName), idOf, assert);

    /// <summary>Checks rows that the caller has read itself.</summary>
    public static void Check<TRow>(string fileName, string check, IReadOnlyList<TRow> rows, Func<TRow, string> idOf, Action<TRow> assert)
    {
        Assert.NotEmpty(rows);
        var excluded = new HashSet<string>(
            Exclusions
                .Where(row => row.GetProperty("file").GetString() == fileName && row.GetProperty("check").GetString() == check)
                .Select(row => Golden.Text(row.GetProperty("row"))),
            StringComparer.Ordinal);
        var missing = new HashSet<string>(excluded, StringComparer.Ordinal);
        var failures = new List<string>();
        foreach (TRow row in rows)
        {
            string id = idOf(row);
            missing.Remove(id);
            Exception? failure = Record.Exception(() => assert(row));
            if (excluded.Contains(id) == (failure is not null))
                continue;
            failures.Add(failure is null
                ? $"{id}: passes, take it off excluded.json"
                : $"{id}: {failure.Message}");
        }
        failures.AddRange(missing.Select(id => $"{id}: listed in excluded.json, but there is no such row"));
        if (failures.Count > 0)
            Assert.Fail($"{fileName} ({check}): {failures.Count} of {rows.Count} rows\n{string.Join('\n', failures.Take(MaxReported))}");
    }
}
