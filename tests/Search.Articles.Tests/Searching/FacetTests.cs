using Search.Articles.Searching;

namespace Search.Articles.Tests.Searching;

/// <summary>Counts by outlet, author, name, place and month: each is what choosing the value gives.</summary>
public sealed class FacetTests : IDisposable
{
    private static readonly string[] Outlets = ["Herald", "Tribune", "Gazette"];
    private static readonly string[] Authors = ["Ann Smith", "Bob Jones", "Carla Stone"];
    private static readonly string[] People = ["Maria Keller", "Peter Lindqvist", "Olga Petrova"];
    private static readonly string[] Cities = ["Vienna", "Lisbon", "Oslo"];

    private readonly SmallCollection _articles = new([.. Enumerable.Range(0, 40).Select(i => new
    {
        id = $"a{i:00}",
        headline = $"Report number {i} on the harbour",
        text = $"{People[i % 3]} visited {Cities[i / 3 % 3]} in spring and spoke of the harbour for an hour.\n\nLater {People[i / 2 % 3]} said nothing about case {i} of the harbour.",
        outlet = Outlets[i % 3],
        authors = new[] { Authors[i % 2], Authors[2 - (i / 5 % 2)] },
        published = $"20{20 + (i % 3)}-{1 + (i % 12):00}-11T10:00:00Z",
    })]);

    public void Dispose() => _articles.Dispose();

    [Fact]
    public void Any_of_several_outlets_authors_or_months_will_do_and_all_of_several_names()
    {
        Assert.Equal(Articles(new FacetFilter(FacetField.Outlet, "Herald")) + Articles(new FacetFilter(FacetField.Outlet, "Gazette")),
            Articles(new FacetFilter(FacetField.Outlet, "Herald"), new FacetFilter(FacetField.Outlet, "Gazette")));
        Assert.Equal(40, Articles(Authors.Select(author => new FacetFilter(FacetField.Author, author)).ToArray()));
        SearchAnswer months = Search(new FacetFilter(FacetField.Month, "2020-01"), new FacetFilter(FacetField.Month, "2021-02"));
        Assert.NotEmpty(months.Articles);
        Assert.All(months.Articles, hit => Assert.True(hit.Article.Published is { Year: 2020, Month: 1 } or { Year: 2021, Month: 2 }));
        SearchAnswer both = Search(new FacetFilter(FacetField.Name, People[0]), new FacetFilter(FacetField.Place, Cities[1]));
        Assert.NotEmpty(both.Articles);
        Assert.All(both.Articles.SelectMany(hit => hit.Paragraphs), paragraph =>
        {
            Assert.Contains(People[0], paragraph.Names);
            Assert.Contains(Cities[1], paragraph.Places);
        });
    }

    [Theory]
    [InlineData(FacetField.Outlet, "Herald")]
    [InlineData(FacetField.Author, "Bob Jones")]
    [InlineData(FacetField.Name, "Maria Keller")]
    [InlineData(FacetField.Place, "Oslo")]
    [InlineData(FacetField.Month, "2020-01")]
    public void What_is_excluded_is_not_found_and_counts_say_what_would_come_back(FacetField field, string value)
    {
        var excluded = new FacetFilter(field, value, IsExcluded: true);
        SearchAnswer with = Search(new FacetFilter(field, value));
        SearchAnswer without = Search(excluded);
        Assert.Equal(Search().Total.Paragraphs, with.Total.Paragraphs + without.Total.Paragraphs);
        FacetValue counted = without.Facets[(int)field].Values.Single(entry => entry.Value == value);
        Assert.True(counted.IsExcluded);
        Assert.Equal(with.Total.Articles, counted.Count);
    }

    [Fact]
    public void Every_count_is_the_number_of_articles_that_choosing_the_value_gives()
    {
        FacetFilter[][] chosen =
        [
            [],
            [new(FacetField.Outlet, "Herald")],
            [new(FacetField.Outlet, "Herald"), new(FacetField.Outlet, "Tribune"), new(FacetField.Author, "Ann Smith")],
            [new(FacetField.Name, "Maria Keller"), new(FacetField.Outlet, "Gazette", IsExcluded: true)],
            [new(FacetField.Month, "2020-01"), new(FacetField.Author, "Carla Stone", IsExcluded: true), new(FacetField.Place, "Vienna")],
        ];
        foreach (FacetFilter[] filters in chosen)
        {
            foreach (FacetGroup group in Search(filters).Facets)
            {
                foreach (FacetValue value in group.Values.Where(value => !value.IsExcluded))
                {
                    bool isAlternative = group.Field is FacetField.Outlet or FacetField.Author or FacetField.Month;
                    IEnumerable<FacetFilter> others = filters.Where(filter => !isAlternative || filter.IsExcluded || filter.Field != group.Field);
                    Assert.Equal(Articles([.. others, new FacetFilter(group.Field, value.Value)]), value.Count);
                    Assert.Equal(filters.Contains(new FacetFilter(group.Field, value.Value)), value.IsSelected);
                }
            }
        }
    }

    [Fact]
    public void What_is_chosen_is_listed_even_when_nothing_has_it()
    {
        FacetValue nobody = Search(new FacetFilter(FacetField.Author, "Nobody")).Facets[(int)FacetField.Author].Values.Single(value => value.IsSelected);
        Assert.Equal(new FacetValue("Nobody", 0, IsSelected: true, IsExcluded: false), nobody);
    }

    [Fact]
    public void Bars_follow_one_another_and_hold_every_dated_article()
    {
        SearchAnswer answer = Search();
        Assert.Equal(40, answer.Histogram.Sum(bar => bar.Count));
        Assert.Equal("2020-01", answer.Histogram[0].Label);
        foreach ((HistogramBar bar, HistogramBar next) in answer.Histogram.Zip(answer.Histogram.Skip(1)))
            Assert.Equal(bar.Until, next.From);
        foreach (HistogramBar bar in answer.Histogram)
            Assert.Equal(bar.Count, _articles.Index.Search(new ArticleQuery { Text = "harbour", From = bar.From, Until = bar.Until }).Total.Articles);
        SearchAnswer month = Search(new FacetFilter(FacetField.Month, "2020-01"));
        Assert.Equal("2020-01-11", Assert.Single(month.Histogram).Label);
    }

    [Theory]
    [InlineData("2020")]
    [InlineData("2020-13")]
    [InlineData("January")]
    public void A_month_that_is_none_is_refused(string month) =>
        Assert.Throws<QueryException>(() => Search(new FacetFilter(FacetField.Month, month)));

    private SearchAnswer Search(params FacetFilter[] filters) =>
        _articles.Index.Search(new ArticleQuery { Text = "harbour", Filters = filters, Limit = 100, Fold = FoldMode.None });

    private long Articles(params FacetFilter[] filters) => Search(filters).Total.Articles;
}
