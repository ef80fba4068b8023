using System.Text.Json;

namespace Search.Engine.Tests.Infrastructure;

public sealed class ExcludedRowsTests
{
    [Fact]
    public void Every_excluded_row_has_a_file_a_check_and_a_reason()
    {
        Assert.All(GoldenRows.Exclusions, row =>
        {
            Assert.True(File.Exists(Golden.PathOf(row.GetProperty("file").GetString()!)), row.GetRawText());
            Assert.All(["check", "reason"], name => Assert.False(string.IsNullOrWhiteSpace(row.GetProperty(name).GetString())));
        });
    }

    [Fact]
    public void No_row_is_excluded_twice()
    {
        IEnumerable<string> keys = GoldenRows.Exclusions.Select(KeyOf);
        Assert.Equal(GoldenRows.Exclusions.Count, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_row_that_fails_and_is_not_excluded_is_reported()
    {
        Exception? failure = Record.Exception(() => GoldenRows.Check<string>(
            "none.json", "check", ["good", "bad"], row => row, row => Assert.Equal("good", row)));
        Assert.StartsWith("none.json (check): 1 of 2 rows\nbad: ", failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_excluded_row_that_passes_is_reported()
    {
        JsonElement excluded = GoldenRows.Exclusions[0];
        string id = Golden.Text(excluded.GetProperty("row"));
        Exception? failure = Record.Exception(() => GoldenRows.Check<string>(
            excluded.GetProperty("file").GetString()!, excluded.GetProperty("check").GetString()!, [id], row => row, _ => { }));
        Assert.Contains("passes, take it off", failure?.Message, StringComparison.Ordinal);
    }

    private static string KeyOf(JsonElement row) => string.Join(
        '\n', row.GetProperty("file").GetString(), row.GetProperty("check").GetString(), row.GetProperty("row").GetRawText());
}
