using Search.Articles.Reading;

namespace Search.Articles.Tests.Cleaning;

public class BodyLocatorTests
{
    private const string Prose = "The council voted, after a long debate on Monday evening, to rebuild the old bridge over the river before the next winter comes.";

    [Fact]
    public void Menus_around_the_article_are_furniture()
    {
        const string menu = "Home\n\nContact us\n\nAlpha\n\nBravo\n\nCharlie\n\nDelta Echo\n\nFoxtrot\n\n";
        Article article = Compose($"{menu}Bridge to be rebuilt by winter\n\n{Prose}\n\n{Prose.Replace("council", "mayor")}\n\n{menu}");
        Assert.Equal(2, article.Paragraphs.Count);
        Assert.Equal("Bridge to be rebuilt by winter", article.Headline);
    }

    [Fact]
    public void A_text_without_a_page_around_it_keeps_its_short_lines()
    {
        Article article = Compose($"Bridge to be rebuilt\n\n{Prose}\n\n\"We will see\"\n\n{Prose}\n\nThe end");
        Assert.Equal(4, article.Paragraphs.Count);
    }

    [Fact]
    public void Results_at_the_end_of_an_article_are_no_page()
    {
        Article article = Compose($"Cup draw is made\n\n{Prose}\n\nOaks v Elms\n\nPines v Firs\n\nAshes v Limes\n\nYews v Palms\n\nPlums v Pears");
        Assert.EndsWith("Pears", article.Paragraphs[^1].Text, StringComparison.Ordinal);
        Assert.Equal(6, article.Paragraphs.Count);
    }

    [Fact]
    public void A_table_with_figures_inside_the_article_stays()
    {
        const string menu = "Home\n\nContact us\n\nAlpha\n\nBravo\n\nDelta\n\n";
        Article article = Compose($"{menu}{Prose}\n\nJune 9 at Oakton\n\nJune 10 at Elmton\n\nJune 11 at Firton\n\nJune 12 at Ashton\n\n{Prose.Replace("council", "mayor")}\n\n{menu}");
        Assert.Contains(article.Paragraphs, paragraph => paragraph.Text.Contains("Ashton", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_that_a_colon_announces_stays()
    {
        const string menu = "Home\n\nContact us\n\nAlpha\n\nBravo\n\nCharlie\n\nDelta\n\nFoxtrot\n\n";
        Article article = Compose($"{menu}{Prose}\n\nThe parts are these:\n\nOak beams\n\nSteel bolts\n\nGrey stone\n\nWet sand\n\n{Prose.Replace("council", "mayor")}\n\n{menu}");
        Assert.Contains(article.Paragraphs, paragraph => paragraph.Text.Contains("Steel bolts", StringComparison.Ordinal));
        Assert.DoesNotContain(article.Paragraphs, paragraph => paragraph.Text.Contains("Bravo", StringComparison.Ordinal));
    }

    private static Article Compose(string text) => new ArticleReader().ComposeText("a", "a.txt", text);
}
