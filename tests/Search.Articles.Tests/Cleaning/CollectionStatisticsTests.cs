using Search.Articles.Cleaning;
using Search.Articles.Reading;

namespace Search.Articles.Tests.Cleaning;

public class CollectionStatisticsTests
{
    private const string Label = "The oak grows on every page";

    [Fact]
    public void A_line_in_many_different_articles_is_furniture()
    {
        CollectionStatistics statistics = Observe(CollectionStatistics.MinArticles);
        Assert.True(statistics.IsRepeated(Label));
        Article article = new ArticleReader(statistics).ComposeText("a", "a", ArticleText(1));
        Assert.Contains(article.Spans, span => span.Reason == "repeated in the collection");
        Assert.DoesNotContain(article.Paragraphs, paragraph => paragraph.Text.Contains("oak", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_in_fewer_articles_is_text() => Assert.False(Observe(CollectionStatistics.MinArticles - 1).IsRepeated(Label));

    [Fact]
    public void A_sentence_that_recurs_by_chance_in_a_big_collection_is_text()
    {
        var statistics = new CollectionStatistics();
        for (var i = 0; i < 3000; i++)
        {
            string rest = $"{i} is the number of the story that is told here.";
            statistics.Observe(i < 10 ? $"{rest}\nTerms were not disclosed." : rest);
        }

        Assert.False(statistics.IsRepeated("Terms were not disclosed."));
    }

    [Fact]
    public void Copies_of_one_article_count_once()
    {
        var statistics = new CollectionStatistics();
        for (var i = 0; i < 20; i++) statistics.Observe(ArticleText(1));
        Assert.Equal(1, statistics.Articles);
        Assert.False(statistics.IsRepeated(Label));
    }

    [Fact]
    public void Lines_with_figures_never_count()
    {
        var statistics = new CollectionStatistics();
        for (var i = 0; i < 20; i++) statistics.Observe($"A different and longer line number {i} of it.\nShr 10 cts vs 12 cts");
        Assert.False(statistics.IsRepeated("Shr 10 cts vs 12 cts"));
    }

    [Fact]
    public void What_was_written_is_read_the_same()
    {
        using var stream = new MemoryStream();
        CollectionStatistics statistics = Observe(8);
        statistics.Write(stream);
        stream.Position = 0;
        CollectionStatistics read = CollectionStatistics.Read(stream);
        Assert.Equal((8, true), (read.Articles, read.IsRepeated(Label)));
        read.Observe(ArticleText(1));
        Assert.Equal(8, read.Articles);
    }

    [Fact]
    public void Bytes_that_end_early_are_refused()
    {
        using var stream = new MemoryStream();
        Observe(3).Write(stream);
        byte[] bytes = stream.ToArray();
        for (var length = 0; length < bytes.Length; length++)
        {
            using var cut = new MemoryStream(bytes[..length]);
            Assert.Throws<InvalidDataException>(() => CollectionStatistics.Read(cut));
        }
    }

    private static CollectionStatistics Observe(int articles)
    {
        var statistics = new CollectionStatistics();
        for (var i = 0; i < articles; i++) statistics.Observe(ArticleText(i));
        return statistics;
    }

    private static string ArticleText(int number) =>
        $"Story {(char)('A' + number)} about it\n\nThe {(char)('a' + number)}-th council voted, after a long debate, to rebuild the bridge over the river.\n\n{Label}\n";
}
