using Search.Articles.Paragraphs;
using Search.Articles.Reading;

namespace Search.Articles.Tests.Paragraphs;

public class PlainTextBlocksTests
{
    [Fact]
    public void Empty_lines_and_single_breaks_separate_paragraphs() =>
        Assert.Equal(["One is here.", "Two is here.", "Three is here."], Blocks("One is here.\n\nTwo is here.\nThree is here."));

    [Fact]
    public void A_break_inside_a_sentence_is_no_break() =>
        Assert.Equal(["He met them in the harbour, where he viewed the ships.", "Then he left."], Blocks("He met them in the harbour, where he\nviewed the ships.\nThen he left."));

    [Fact]
    public void Hard_wrapped_lines_join_up_to_an_indent_or_an_empty_line()
    {
        const string text = """
            Showers continued throughout the week in the Bahia
            Zone, alleviating the drought since early January and
            Improving prospects for the coming season, although
            normal levels have not been restored.
                The dry period means that the crop of the region
            Will be late this year, as the weekly review of the
            Board said.
            """;
        Assert.Equal(2, Blocks(text).Count);
    }

    [Fact]
    public void An_article_in_one_enormous_line_is_cut_into_sentence_groups()
    {
        string text = string.Join(' ', Enumerable.Range(1, 60).Select(i => $"This is the sentence of the day, with the number {i}, in a long row."));
        Article article = new ArticleReader().ComposeText("a", "a", text);
        Assert.InRange(article.Paragraphs.Count, 5, 12);
        Assert.Equal(text, string.Join(' ', article.Paragraphs.Select(p => p.Text)));
        Assert.All(article.Paragraphs, p => Assert.StartsWith("This is", p.Text, StringComparison.Ordinal));
    }

    private static List<string> Blocks(string text)
    {
        text = text.ReplaceLineEndings("\n");
        return [.. PlainTextBlocks.Split(text, []).Select(block => block.Text(text))];
    }
}
