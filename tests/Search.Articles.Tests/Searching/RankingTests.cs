using Search.Articles.Indexing;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Searching;

/// <summary>What the weights of the fields do.</summary>
public sealed class RankingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _articles = new();
    private readonly EmbeddedArticleIndex _index;

    public RankingTests()
    {
        // One paragraph is about a person of that name; the other, shorter one has the plain word: only the name tells them apart.
        Write("plain.txt", "The baker of the village is a good baker. The potter of the village is a good potter too.");
        Write("person.txt", "Yesterday Maria Baker met the mayor in the old town hall, where she gave a long speech about the price of rolls and of bread.");
        Write("place.txt", "The council of Potter Island decided yesterday, after a long debate with many speakers in the old hall, that nothing should change there.");
        _index = EmbeddedArticleIndex.Open(_folder.Path);
        _index.Synchronize([_articles.Path]);
    }

    [Fact]
    public void Without_the_names_boost_the_person_no_longer_comes_first()
    {
        Assert.Equal("person", First("baker", RankingProfile.Default with { Names = 3 }));
        Assert.Equal("plain", First("baker", RankingProfile.Default with { Names = 0, Lead = 0 }));
    }

    [Fact]
    public void Without_the_places_boost_the_place_no_longer_comes_first()
    {
        Assert.Equal("place", First("potter", RankingProfile.Default with { Places = 3 }));
        Assert.Equal("plain", First("potter", RankingProfile.Default with { Places = 0, Names = 0, Lead = 0 }));
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
        _articles.Dispose();
    }

    private string First(string query, RankingProfile ranking) =>
        _index.Search(new ArticleQuery { Text = query, Ranking = ranking }).Articles[0].Article.Path.Replace(".txt", "", StringComparison.Ordinal);

    private void Write(string name, string text) => File.WriteAllText(_articles.File(name), text);
}
