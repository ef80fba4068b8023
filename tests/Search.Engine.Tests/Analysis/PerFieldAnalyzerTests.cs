using Search.Engine.Analysis;

namespace Search.Engine.Tests.Analysis;

public sealed class PerFieldAnalyzerTests
{
    private static readonly PerFieldAnalyzer Inner = new(
        new StandardAnalyzer(),
        new Dictionary<string, Analyzer> { ["id"] = new KeywordAnalyzer(), ["name"] = new ExactAndStemAnalyzer(positionIncrementGap: 100) });

    private static readonly PerFieldAnalyzer Outer = new(Inner, new Dictionary<string, Analyzer> { ["code"] = new WhitespaceAnalyzer() });

    [Theory]
    [InlineData("id", "A b")]
    [InlineData("code", "A|b")]
    [InlineData("body", "a|b")]
    public void Each_field_is_cut_by_its_analyzer_also_through_two_levels(string field, string expected)
    {
        TokenStream stream = Outer.Open(field, "A b");
        var tokens = new List<string>();
        while (stream.Next())
            tokens.Add(stream.Token.Text.ToString());
        Assert.Equal(expected, string.Join('|', tokens));
    }

    [Fact]
    public void Normal_forms_and_gaps_are_those_of_the_fields_analyzer()
    {
        Assert.Equal(["A", "a"], [Outer.Normalize("id", "A"), Outer.Normalize("body", "A")]);
        Assert.Equal([100, 0, 1], [Outer.PositionIncrementGap("name"), Outer.PositionIncrementGap("id"), Outer.OffsetGap("name")]);
    }
}
