using Search.Articles.Reading;
using Search.Articles.Reading.Headers;

namespace Search.Articles.Tests.Reading;

public class HeaderRecoveryTests
{
    private const string Body = "The council voted on Monday to rebuild the bridge over the river.\n\nIt said on May 3, 2019, that the work would take a year.\n";

    [Theory]
    [InlineData("Last updated: September 18, 2023 | 12:30", "2023-09-18T12:30:00", false)]
    [InlineData("NipSep 18, 2023 | 12:30", "2023-09-18T12:30:00", false)]
    [InlineData("Published 18 Sept 2023, 9:01 PM GMT", "2023-09-18T21:01:00", true)]
    [InlineData("Monday, 4th of March 2019", "2019-03-04T00:00:00", false)]
    [InlineData("2020-01-02T03:04:05Z", "2020-01-02T03:04:05", true)]
    [InlineData("31.12.2021", "2021-12-31T00:00:00", false)]
    [InlineData("9/18/2023", "2023-09-18T00:00:00", false)]
    public void Date_lines_are_read(string line, string expected, bool hasZone)
    {
        DateLine? date = DateLine.Read(line);
        Assert.Equal(DateTime.Parse(expected), date!.Date.Value.DateTime);
        Assert.Equal(hasZone, date.Date.HasZone);
    }

    [Theory]
    [InlineData("The visit on September 18, 2023, was the first.")]
    [InlineData("He was born in May 3, 1980 in the old town")]
    [InlineData("February 30, 2020")]
    [InlineData("Call 555-2020-1234 now")]
    public void A_date_inside_a_sentence_or_no_date_is_no_date_line(string line) => Assert.Null(DateLine.Read(line));

    [Fact]
    public void A_date_in_the_text_is_not_the_publication_date() => Assert.Null(Compose("Bridge to be rebuilt\n\n" + Body).Published);

    [Fact]
    public void A_headline_byline_and_date_over_the_text_are_header()
    {
        Article article = Compose("Bridge to be rebuilt\n\nBy Ann Lee and Bo Ray\n\nMarch 4, 2019\n\n" + Body);
        Assert.Equal("Bridge to be rebuilt", article.Headline);
        Assert.Equal(["Ann Lee", "Bo Ray"], article.Authors);
        Assert.Equal(new DateTimeOffset(2019, 3, 4, 0, 0, 0, TimeSpan.Zero), article.Published);
        Assert.Equal(2, article.Paragraphs.Count);
    }

    [Fact]
    public void A_first_sentence_is_no_headline()
    {
        Article article = Compose(Body);
        Assert.Null(article.Headline);
        Assert.Equal(2, article.Paragraphs.Count);
    }

    [Fact]
    public void A_page_title_with_the_outlet_is_split_when_the_headline_is_repeated()
    {
        Article article = Compose("Bridge to be rebuilt - The Daily Oak\n\nHome\n\nBridge to be rebuilt\n\n" + Body);
        Assert.Equal(("Bridge to be rebuilt", "The Daily Oak"), (article.Headline, article.Outlet));
    }

    [Fact]
    public void A_publication_date_goes_before_a_date_of_change()
    {
        Article article = Compose("Bridge to be rebuilt\n\nUpdated: May 6, 2019\n\nPublished: May 5, 2019 10:00\n\n" + Body);
        Assert.Equal(new DateTimeOffset(2019, 5, 5, 10, 0, 0, TimeSpan.Zero), article.Published);
    }

    private static Article Compose(string text) => new ArticleReader().ComposeText("a", "a.txt", text);
}
