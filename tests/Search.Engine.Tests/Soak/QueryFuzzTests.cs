using Search.Soak.Queries;

namespace Search.Engine.Tests.Soak;

public sealed class QueryFuzzTests
{
    [Fact]
    public void Any_text_is_a_query_or_a_syntax_error_with_its_position()
    {
        QueryFuzzReport report = QueryFuzz.Run(count: 20_000, seed: 7, runEvery: 40);
        Assert.InRange(report.Parsed, report.Texts / 4, report.Texts * 3 / 4);
        Assert.True(report.Ran > 200, report.ToString());
    }
}
