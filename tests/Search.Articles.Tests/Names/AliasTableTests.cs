using Search.Articles.Names;

namespace Search.Articles.Tests.Names;

public sealed class AliasTableTests
{
    [Fact]
    public void The_family_name_may_stand_first_or_last() =>
        Assert.Equal(
            "Vok Drin Za:Person | Vok Drin Za:Person | Tarek Bolund:Person | Tarek Bolund:Person",
            TaggedArticles.Tag("The leader Vok Drin Za came. Later Vok met Tarek Bolund, and Bolund smiled."));

    [Fact]
    public void The_spelling_that_the_collection_uses_most_is_canonical()
    {
        var articles = new TaggedArticles(
            ["The leader Vok Drin-za came."], ["The leader Vok Drin Za went."], ["The leader Vok Drin Za slept."]);
        Assert.All(Enumerable.Range(0, 3), a => Assert.Equal(["Vok Drin Za"], articles.CanonicalOf(a)));
    }

    [Fact]
    public void A_family_name_alone_is_the_one_person_of_that_name_in_the_collection()
    {
        var articles = new TaggedArticles(
            ["Minister Tarek Bolund spoke. Bolund left."], ["Then Bolund said no more."]);
        Assert.Equal(["Tarek Bolund"], articles.CanonicalOf(1));
    }

    [Fact]
    public void A_family_name_that_two_share_stays_alone_where_neither_is_named()
    {
        var articles = new TaggedArticles(
            ["Minister Tarek Bolund spoke."], ["Minister Mira Bolund spoke."], ["Then Bolund said no more."]);
        Assert.Equal(["Bolund"], articles.CanonicalOf(2));
    }

    [Fact]
    public void A_headline_in_title_case_may_give_names_that_only_other_articles_know()
    {
        var articles = new TaggedArticles(
            ["Velmora Hosts Secret Talks With Bolund", "The talks went on."], ["In Velmora, the leader Tarek Bolund spoke to Secret officials."]);
        Assert.Equal(["Velmora", "Tarek Bolund"], articles.CanonicalOf(0));
    }

    [Fact]
    public void An_acronym_in_brackets_is_the_name_before_it()
    {
        var articles = new TaggedArticles(
            ["They flew to North Morvia (DPRM) in May. The DPRM denied it."], ["The Velmora Space Agency (VSA) was sold; the VSA is small."]);
        Assert.Equal(["North Morvia"], articles.CanonicalOf(0));
        Assert.Equal(["Velmora Space Agency"], articles.CanonicalOf(1));
    }

    [Fact]
    public void Other_names_of_countries_are_one() =>
        Assert.Equal("United States:Place | United States:Place | United Kingdom:Place", TaggedArticles.Tag("They went from the US to the United States and to Britain."));

    [Fact]
    public void A_saved_collection_reads_back_and_adds_up()
    {
        var articles = new TaggedArticles(SampleTexts.Read());
        string saved = Save(articles.Collection);
        NameCollection read = NameCollection.Read(new StringReader(saved));
        Assert.Equal(saved, Save(read));

        var halves = new NameCollection();
        halves.Add(new TaggedArticles(SampleTexts.Read()[..2]).Collection);
        halves.Add(new TaggedArticles(SampleTexts.Read()[2..]).Collection);
        Assert.Equal(saved, Save(halves));
    }

    [Theory]
    [InlineData("")]
    [InlineData("names 1\nF\tx\t1")]
    [InlineData("names 1\nN\tx\t1")]
    [InlineData("names 1\nL\tx\ty")]
    public void What_is_no_saved_collection_is_refused(string text) =>
        Assert.Throws<FormatException>(() => NameCollection.Read(new StringReader(text)));

    private static string Save(NameCollection collection)
    {
        using var writer = new StringWriter();
        collection.Write(writer);
        return writer.ToString();
    }
}
