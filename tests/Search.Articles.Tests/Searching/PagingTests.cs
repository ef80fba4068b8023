using Search.Articles.Results;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Searching;

/// <summary>Pages belong to the state of the index that the first of them came from.</summary>
public sealed class PagingTests : IDisposable
{
    private readonly SmallCollection _articles = new([.. Enumerable.Range(0, 6).Select(Bakery)]);

    public void Dispose() => _articles.Dispose();

    [Fact]
    public void A_cursor_goes_on_where_it_was_while_the_index_changes()
    {
        SearchAnswer whole = Search(limit: 10);
        SearchAnswer first = Search(limit: 2);
        _articles.Add(Bakery(6));
        SearchAnswer second = Search(limit: 10, first.Next);
        Assert.Equal(first.Generation, second.Generation);
        Assert.Equal(whole.Articles.Select(hit => hit.Article.Id), first.Articles.Concat(second.Articles).Select(hit => hit.Article.Id));
        Assert.Equal(7, Search(limit: 10).Total.Articles);
    }

    [Fact]
    public void A_cursor_of_a_state_that_is_no_longer_kept_is_gone_and_says_so()
    {
        string? cursor = Search(limit: 2).Next;
        for (var i = 0; i <= PastSnapshots.MaxSnapshots; i++)
            _articles.Add(Bakery(10 + i));
        QueryException gone = Assert.Throws<QueryException>(() => Search(limit: 2, cursor));
        Assert.True(gone.IsGone);
        Assert.Contains("first page", gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_holds_every_paragraph_of_the_snippets_in_their_order_although_the_index_changes_meanwhile()
    {
        SnippetHit[] expected = [.. _articles.Index.Snippets(new ArticleQuery { Text = "bakery", Limit = 100 }).Snippets];
        var exported = new List<SnippetHit>();
        foreach (SnippetHit hit in _articles.Index.Export(new ArticleQuery { Text = "bakery", Limit = 1 }))
        {
            exported.Add(hit);
            if (exported.Count == 1)
                _articles.Add(Bakery(20));
        }
        Assert.Equal(expected.Select(Describe), exported.Select(Describe));
        Assert.Equal(12, exported.Count);
    }

    [Fact]
    public void An_export_refuses_a_broken_query_at_once() =>
        Assert.Throws<QueryException>(() => _articles.Index.Export(new ArticleQuery { Text = "\"open", Mode = QueryMode.Strict }));

    [Theory]
    [InlineData(0, 0, 2, 3)]
    [InlineData(101, 0, 2, 3)]
    [InlineData(10, 4, 2, 3)]
    [InlineData(10, 0, 0, 3)]
    [InlineData(10, 0, 6, 3)]
    [InlineData(10, 0, 2, 0)]
    [InlineData(10, 0, 2, 101)]
    public void Numbers_out_of_their_bounds_are_refused(int limit, int context, int snippets, int paragraphs) =>
        Assert.Throws<QueryException>(() => _articles.Index.Search(
            new ArticleQuery { Limit = limit, Context = context, SnippetsPerParagraph = snippets, ParagraphsPerArticle = paragraphs }));

    private SearchAnswer Search(int limit, string? cursor = null) =>
        _articles.Index.Search(new ArticleQuery { Text = "bakery", Limit = limit, Cursor = cursor });

    private static string Describe(SnippetHit hit) => $"{hit.Article.Id} {hit.Paragraph.Key} {hit.Paragraph.Score:R} {hit.Paragraph.Snippets[0].Html}";

    private static object Bakery(int i) => new
    {
        id = $"b{i:00}",
        text = $"The bakery in street {i} opens at {i} in the morning{string.Concat(Enumerable.Repeat(" and stays open", i))}.\n\nIts {i + 40} kinds of bread are known all over the district, says the owner of bakery {i}.",
    };
}
