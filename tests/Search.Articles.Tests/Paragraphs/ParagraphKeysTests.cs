using Search.Articles.Paragraphs;

namespace Search.Articles.Tests.Paragraphs;

public class ParagraphKeysTests
{
    private const string Text = "Kim had the opportunity to view the frigate's central command center and its modern missile weapon control systems on Saturday.";

    [Fact]
    public void The_key_of_a_known_text_never_changes() => Assert.Equal(KnownKey, ParagraphKeys.Create(Text));

    [Fact]
    public void A_small_edit_is_near_and_another_text_is_far()
    {
        string key = ParagraphKeys.Create(Text);
        int edited = ParagraphKeys.Distance(key, ParagraphKeys.Create(Text.Replace("modern", "new", StringComparison.Ordinal)));
        int other = ParagraphKeys.Distance(key, ParagraphKeys.Create("Analysts observing the market noted that prices would fall again in spring, which they said was good for nobody."));
        Assert.InRange(edited, 1, 16);
        Assert.InRange(other, 20, 64);
    }

    [Fact]
    public void Case_and_punctuation_do_not_count() => Assert.Equal(ParagraphKeys.Create("One two, three."), ParagraphKeys.Create("ONE two three"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    public void A_key_reads_back(int repeat)
    {
        Assert.True(ParagraphKeys.TryParse(ParagraphKeys.Create(Text, repeat), out ulong hash, out int read));
        Assert.Equal((ParagraphKeys.Hash(Text), repeat), (hash, read));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("uuuuuuuuuuuuu")]
    [InlineData("0123456789abc-x")]
    public void What_is_no_key_is_refused(string? key)
    {
        Assert.False(ParagraphKeys.TryParse(key, out _, out _));
        Assert.Equal(ParagraphKeys.MaxDistance, ParagraphKeys.Distance(key, ParagraphKeys.Create(Text)));
    }

    [Fact]
    public void The_closest_paragraph_is_found_after_an_edit()
    {
        string[] keys = [.. Reading.Seeds.Get(4).Paragraphs.Select(p => ParagraphKeys.Create(p.Text.Replace(" the ", " that ", StringComparison.Ordinal)))];
        Assert.All(Reading.Seeds.Get(4).Paragraphs, paragraph => Assert.Equal(paragraph.Ordinal, ParagraphKeys.Closest(paragraph.Key, keys)));
    }

    [Fact]
    public void Keys_within_an_article_are_unique()
    {
        Article article = new Articles.Reading.ArticleReader().ComposeText("a", "a", "The same sentence stands here twice.\n\nThe same sentence stands here twice.\n");
        Assert.Equal(2, article.Paragraphs.Select(p => p.Key).Distinct().Count());
        Assert.EndsWith("-2", article.Paragraphs[1].Key, StringComparison.Ordinal);
    }

    private const string KnownKey = "01cb3mencdbjd";
}
