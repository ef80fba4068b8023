using Search.Articles.Querying;
using Search.Articles.Ranking;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Search.Queries;

namespace Search.Articles.Tests.Ranking;

public sealed class FieldRetargetingTests
{
    [Theory]
    [InlineData("putin near/5 kim")]
    [InlineData("\"joh* doe\"")]
    public void Nearness_and_patterns_in_phrases_count_in_other_fields_too(string text)
    {
        var moved = Assert.IsType<OccurrenceQuery>(FieldRetargeting.Retarget(WeightedLeaves.Of(Match(text)), ArticleFields.Headline));
        Assert.Equal(ArticleFields.Headline, moved.Field);
        Assert.Equal(Match($"headline:({text})") is BooleanQuery named ? named.Clauses[0].Query : null, moved);
    }

    [Theory]
    [InlineData("=Kim")]
    [InlineData("s:(putin kim)")]
    [InlineData("outlet:dailyo")]
    public void What_is_about_the_text_itself_or_about_the_article_does_not(string text) =>
        Assert.Null(FieldRetargeting.Retarget(WeightedLeaves.Of(Match(text)), ArticleFields.Headline));

    private static Query Match(string text) => ArticleQueryParser.Parse(text, QueryMode.Strict).Match;
}
