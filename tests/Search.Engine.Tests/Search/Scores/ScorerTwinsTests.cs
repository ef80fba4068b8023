using Search.Engine.Index;
using Search.Engine.Search;

namespace Search.Engine.Tests.Search.Scores;

/// <summary>Function scores, combined fields, covering queries, columns and joins: what production runs on is held against its plain twin.</summary>
public sealed class ScorerTwinsTests
{
    private const int Queries = 120;

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 60)]
    [InlineData(3, 1500)]
    public void Windows_counts_leaps_intervals_and_explanations_agree_with_the_plain_twin(int seed, int families)
    {
        using IndexReader reader = FamilyIndex.Write(families, seed);
        var searcher = new IndexSearcher(reader);
        var queries = new FamilyQueries(seed);
        var found = 0;
        for (var i = 0; i < Queries; i++)
            found += ScorerTwins.AssertAlike(searcher, queries.Next(), step: families < 100 ? 3 : 401) > 0 ? 1 : 0;
        Assert.True(found > Queries / 2, "hardly any query finds anything");
    }
}
