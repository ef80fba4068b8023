using Search.Articles.Indexing;
using Search.Articles.Querying;
using Search.Articles.Searching;
using Search.Engine.Search;

namespace Search.Articles.Tests.Querying;

public sealed class QueryBudgetTests
{
    [Fact]
    public void A_whole_result_has_no_note_and_a_part_says_why()
    {
        Assert.Null(QueryBudget.NoteOf(PartialReason.None));
        Assert.Equal("limit", QueryBudget.NoteOf(PartialReason.Expansions)!.Kind);
        Assert.Contains("too long", QueryBudget.NoteOf(PartialReason.Time)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_beside_near_that_stands_for_too_many_words_says_so_and_its_counts_are_not_exact()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("articles"));
        File.WriteAllText(Path.Combine(folder.File("articles"), "many.txt"), string.Join(' ', Enumerable.Range(0, 1_500).Select(number => $"w{number}")) + " kim.");
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(folder.File("index"));
        index.Synchronize([folder.File("articles")]);
        SearchAnswer many = index.Search(new ArticleQuery { Text = "w* near/5 kim" });
        Assert.Contains(many.Query.Notes, note => note.Kind == "limit");
        Assert.False(many.Total.IsExact);
        SearchAnswer few = index.Search(new ArticleQuery { Text = "w149* near/5 kim" });
        Assert.DoesNotContain(few.Query.Notes, note => note.Kind == "limit");
        Assert.True(few.Total.IsExact);
    }
}
