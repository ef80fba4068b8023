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

    [Fact]
    public void A_list_of_dates_that_an_article_ends_with_stays_and_the_menu_behind_it_goes()
    {
        const string menu = "Home\n\nContact us\n\nAlpha\n\nBravo\n\nDelta\n\nEcho\n\n";
        string dates = string.Join("\n\n", Enumerable.Range(9, 6).Select(day => $"June {day} – Oakton, North County"));
        Article article = Compose($"{menu}{Prose}\n\n{Prose.Replace("council", "mayor")}\n\nThe dates of the tour\n\n{dates}\n\n{menu}");
        Assert.Contains(article.Paragraphs, paragraph => paragraph.Text.Contains("June 14", StringComparison.Ordinal));
        Assert.DoesNotContain(article.Paragraphs, paragraph => paragraph.Text.Contains("Bravo", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_that_differ_in_their_figures_do_not_repeat_a_headline()
    {
        Article article = Compose("Shares 12 against 14 million\n\nShares 15 against 18 million\n\nShares 11 against 13 million\n\n" + Prose);
        Assert.DoesNotContain(article.Spans, span => span.Kind == SpanKind.Furniture);
    }

    private static Article Compose(string text) => new ArticleReader().ComposeText("a", "a.txt", text);
}
