using Search.Articles.Cleaning;
using Search.Articles.Reading;

namespace Search.Articles.Tests.Cleaning;

public class ShortcodesTests
{
    [Theory]
    [InlineData("He said [sic] that [the minister] left.")]
    [InlineData("A [b with no end.")]
    [InlineData("See [1] and [note].")]
    public void Brackets_of_the_text_are_text(string text) => Assert.Empty(Shortcodes.Find(text).Tags);

    [Theory]
    [InlineData("""[caption id="x" width="3"]A dog.[/caption]""", 2, 1)]
    [InlineData("[caption id=“x” align=“y”]A dog.[/caption]", 2, 1)]
    [InlineData("""Text [gallery ids="1,2"] more.""", 1, 0)]
    [InlineData("[embed]https://v.example/1[/embed]", 3, 0)]
    [InlineData("[quote]Words that stay.[/quote]", 2, 0)]
    [InlineData("[wp_caption width='3']A dog.[/wp_caption]", 2, 1)]
    public void Tags_with_attributes_or_an_end_are_shortcodes(string text, int tags, int captions)
    {
        ShortcodeScan scan = Shortcodes.Find(text);
        Assert.Equal((tags, captions), (scan.Tags.Count, scan.Captions.Count));
    }

    [Fact]
    public void A_sentence_goes_on_behind_a_caption()
    {
        Article article = new ArticleReader().ComposeText("a", "a", "The train left the city, where he [caption id=\"1\"]A train in the\nstation. QN[/caption]\nhad seen the weapons of the fleet.");
        Assert.Equal(["The train left the city, where he had seen the weapons of the fleet.", "A train in the station."], article.Paragraphs.Select(p => p.Text));
    }
}
