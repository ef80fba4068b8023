using Search.Articles.Searching;

namespace Search.Articles.Tests.Searching;

/// <summary>What is suggested while somebody types, and what else is on the subject of a paragraph.</summary>
public sealed class SuggestionTests : IDisposable
{
    private readonly SmallCollection _articles = new(
        new { id = "1", headline = "Harbour expansion approved", outlet = "Coastal Herald", text = "Maria Keller visited Lisbon on Monday. The harbour is to be dredged and the quay made longer, said Maria Keller, so that large container ships can berth there." },
        new { id = "2", headline = "Harbour fees rise", outlet = "Coastal Herald", text = "Container ships will pay more to berth at the quay of the harbour from May on. The harbour must be dredged, the authority said." },
        new { id = "3", headline = "Choir wins prize", outlet = "Tribune", text = "A choir of harbour workers won the prize of the jury. It sang three songs about the sea, and one about Québec." });

    public void Dispose() => _articles.Dispose();

    [Theory]
    [InlineData("harb", "harbour", SuggestionKind.Word, 3)]
    [InlineData("Mar", "Maria Keller", SuggestionKind.Name, 1)]
    [InlineData("kel", "Maria Keller", SuggestionKind.Name, 1)]
    [InlineData("maria k", "Maria Keller", SuggestionKind.Name, 1)]
    [InlineData("lisb", "Lisbon", SuggestionKind.Place, 1)]
    [InlineData("her", "Coastal Herald", SuggestionKind.Outlet, 2)]
    [InlineData("choir w", "Choir wins prize", SuggestionKind.Headline, 1)]
    [InlineData("QUEB", "quebec", SuggestionKind.Word, 1)]
    public void Words_names_places_outlets_and_headlines_are_completed(string prefix, string text, SuggestionKind kind, int count) =>
        Assert.Contains(new Suggestion(text, kind, count), _articles.Index.Suggest(prefix));

    [Fact]
    public void The_last_word_is_completed_behind_others_when_that_finds_something()
    {
        Assert.Contains(new Suggestion("container quay", SuggestionKind.Word, 2), _articles.Index.Suggest("container qu"));
        Assert.DoesNotContain(_articles.Index.Suggest("choir qu"), suggestion => suggestion.Text == "choir quay");
    }

    [Theory]
    [InlineData("")]
    [InlineData("harbour ")]
    [InlineData("\"")]
    [InlineData("zzz")]
    public void Where_nothing_is_begun_nothing_is_suggested(string prefix) => Assert.Empty(_articles.Index.Suggest(prefix));

    [Fact]
    public void No_more_is_suggested_than_was_asked_for() => Assert.Single(_articles.Index.Suggest("h", 1));

    [Fact]
    public void Others_on_the_subject_of_a_paragraph_come_from_other_articles_with_marks()
    {
        string key = _articles.Index.GetArticle(SmallCollection.IdOf("1"))!.Paragraphs[0].Key;
        SnippetAnswer similar = _articles.Index.Similar(SmallCollection.IdOf("1"), key)!;
        SnippetHit hit = similar.Snippets[0];
        Assert.Equal("2", SmallCollection.IdOf(hit.Article));
        Assert.NotEmpty(hit.Paragraph.Snippets[0].Ranges);
        Assert.DoesNotContain(similar.Snippets, other => SmallCollection.IdOf(other.Article) == "1");
        Assert.Null(_articles.Index.Similar("no such", key));
    }
}
