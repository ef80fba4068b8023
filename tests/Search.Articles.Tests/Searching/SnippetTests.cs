using Search.Articles.Searching;
using Search.Articles.Tests.Indexing;

namespace Search.Articles.Tests.Searching;

/// <summary>Snippets are whole sentences.</summary>
public sealed class SnippetTests(SampleIndex samples) : IClassFixture<SampleIndex>
{
    private const string Text = "The mayor spoke first. “We will build a bridge. It costs 3.5 million crowns. Nobody has to leave,” he said. "
        + "His rival, Dr. Holm, disagreed. \"Not one crown! The bridge is a dream.\" The vote is on Jan. 7.";

    [Theory]
    [InlineData("mayor", "The mayor spoke first.")]
    [InlineData("million", "“We will build a bridge. It costs 3.5 million crowns. Nobody has to leave,” he said.")]
    [InlineData("dream", "\"Not one crown! The bridge is a dream.\"")]
    [InlineData("holm", "His rival, Dr. Holm, disagreed.")]
    [InlineData("vote", "The vote is on Jan. 7.")]
    public void A_snippet_never_cuts_a_sentence_a_number_or_a_quotation(string word, string expected)
    {
        using var articles = new SmallCollection(new { id = "1", text = Text });
        Assert.Equal(expected, Assert.Single(Hit(articles, new ArticleQuery { Text = word }).Snippets).Text);
    }

    [Fact]
    public void A_match_over_the_end_of_a_sentence_shows_both_sentences_whole()
    {
        using var articles = new SmallCollection(new { id = "1", text = Text });
        Snippet snippet = Assert.Single(Hit(articles, new ArticleQuery { Text = "\"disagreed not\"" }).Snippets);
        Assert.Equal("His rival, Dr. Holm, disagreed. \"Not one crown! The bridge is a dream.\"", snippet.Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void No_more_passages_are_shown_than_were_asked_for(int most)
    {
        string text = string.Join(' ', Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? $"Zebra number {i} ran off." : $"Nothing happened at {i} o'clock."));
        using var articles = new SmallCollection(new { id = "1", text });
        Assert.Equal(most, Hit(articles, new ArticleQuery { Text = "zebra", SnippetsPerParagraph = most }).Snippets.Count);
    }

    [Fact]
    public void Context_shows_the_paragraphs_around_a_hit_as_far_as_there_are_any()
    {
        using var articles = new SmallCollection(new { id = "1", text = "First of all it rained.\n\nThen a zebra came along.\n\nThen the sun shone again.\n\nAt last everybody went home." });
        ParagraphHit hit = Hit(articles, new ArticleQuery { Text = "zebra", Context = 2 });
        Assert.Equal(["First of all it rained."], hit.Before.Select(paragraph => paragraph.Text.Text));
        Assert.Equal(["Then the sun shone again.", "At last everybody went home."], hit.After.Select(paragraph => paragraph.Text.Text));
        Assert.Empty(Hit(articles, new ArticleQuery { Text = "zebra" }).Before);
    }

    [Theory]
    [InlineData("Kim")]
    [InlineData("the OR a")]
    [InlineData("\"of the\" OR said")]
    public void Snippets_of_the_samples_begin_and_end_where_words_do_and_close_the_quotes_that_they_open(string query)
    {
        foreach (ArticleHit article in samples.Search(query).Articles)
        {
            ArticleView view = samples.Index.GetArticle(article.Article.Id)!;
            foreach (ParagraphHit hit in article.Paragraphs)
            {
                string whole = view.Paragraphs[hit.Ordinal].Text.Text;
                foreach (Snippet snippet in hit.Snippets)
                {
                    int start = whole.IndexOf(snippet.Text, StringComparison.Ordinal);
                    int end = start + snippet.Text.Length;
                    Assert.True(start == 0 || char.IsWhiteSpace(whole[start - 1]), snippet.Text);
                    Assert.True(end == whole.Length || char.IsWhiteSpace(whole[end]), snippet.Text);
                    if (whole.Count(c => c == '“') == whole.Count(c => c == '”'))
                        Assert.Equal(snippet.Text.Count(c => c == '“'), snippet.Text.Count(c => c == '”'));
                }
            }
        }
    }

    private static ParagraphHit Hit(SmallCollection articles, ArticleQuery query) => articles.Index.Search(query).Articles[0].Paragraphs[0];
}
