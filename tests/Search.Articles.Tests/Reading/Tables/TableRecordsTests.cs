using System.Text;
using Search.Articles.Reading;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Reading.Tables;

public sealed class TableRecordsTests : IDisposable
{
    private readonly ReadFolder _folder = new();

    [Theory]
    [InlineData(',', "a.csv")]
    [InlineData(';', "a.csv")]
    [InlineData('\t', "a.tsv")]
    [InlineData('|', "a.csv")]
    public void The_separator_is_told_from_the_names(char separator, string file)
    {
        _folder.Write(file, "title,date,content,author\nHarbour reopens,2024-05-06,The harbour reopened.,Ann Carter\n".Replace(',', separator));
        Article article = _folder.Single();
        Assert.Equal("Harbour reopens", article.Headline);
        Assert.Equal("The harbour reopened.", Assert.Single(article.Paragraphs).Text);
        Assert.Equal(["Ann Carter"], article.Authors);
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 0, 0, 0, TimeSpan.Zero), article.Published);
    }

    [Fact]
    public void Quoted_values_hold_separators_line_ends_and_quotes_and_lines_are_counted_on()
    {
        _folder.Write("a.csv", "\uFEFFid,title,text\r\n1,\"A, b \"\"c\"\"\",\"The first line.\r\n\r\nThe second, after an empty one.\"\r\n2,Short\r\n3,Third,The third text.\r\n");
        (IReadOnlyList<Article> articles, IReadOnlyList<SkippedSource> skipped) = _folder.Read();
        Assert.Equal(["a.csv~1", "a.csv~3"], articles.Select(article => article.Id));
        Assert.Equal("A, b \"c\"", articles[0].Headline);
        Assert.Equal(["The first line.", "The second, after an empty one."], articles[0].Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(("a.csv", 5), (Assert.Single(skipped).Path, skipped[0].Line));
        Assert.Equal("a.csv:6", articles[1].Path);
    }

    [Fact]
    public void Columns_can_be_named()
    {
        _folder.Write("a.csv", "Überschrift;Inhalt;Blatt\nHafen offen;Der Hafen ist wieder offen.;Morgenblatt\n");
        Assert.Contains("--map", Assert.Single(_folder.Read().Skipped).Reason, StringComparison.Ordinal);
        Article article = _folder.Single("headline=überschrift,text=Inhalt,outlet=Blatt");
        Assert.Equal(("Hafen offen", "Morgenblatt"), (article.Headline, article.Outlet));
    }

    [Fact]
    public void Tables_in_other_encodings_are_read()
    {
        string table = "title;text\nCafé;Das Café in Århus öffnet – „morgen“.\n";
        _folder.Write("latin.csv", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(table));
        _folder.Write("wide.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(table)]);
        _folder.Write("utf8.csv", table);
        (IReadOnlyList<Article> articles, _) = _folder.Read();
        Assert.Equal(3, articles.Count);
        Assert.All(articles, article => Assert.Equal("Das Café in Århus öffnet – „morgen“.", article.Paragraphs[0].Text));
    }

    [Fact]
    public void A_quote_that_is_left_open_costs_its_row_and_no_memory()
    {
        var table = new StringBuilder("title,text\nGood,The first text.\nBad,\"never closed\n");
        for (var i = 0; i < 300_000; i++) table.Append("row,Some text that goes on in the open quote.\n");
        _folder.Write("a.csv", table.ToString());
        ReadResult[] results = _folder.Open();
        Assert.Equal("a.csv:2", results[0].Record!.Path);
        Assert.Equal(3, results[1].Skipped!.Line);
    }

    [Fact]
    public void Own_ids_that_repeat_are_told_apart()
    {
        _folder.Write("a.csv", "id,text\n7,The first text.\n7,The second text.\n");
        (IReadOnlyList<Article> articles, _) = _folder.Read();
        Assert.Equal(2, articles.Select(article => article.Id).Distinct().Count());
    }

    public void Dispose() => _folder.Dispose();
}
