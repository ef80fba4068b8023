using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Grouping;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Search.Grouping;

/// <summary>Collapsed hits against grouping everything that matches.</summary>
public sealed class CollapseTests
{
    private const int Documents = 700;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 4)]
    public void Groups_and_their_hits_are_those_of_grouping_all_hits(int seed, int segments)
    {
        using var corpus = new ColumnCorpus(seed, Documents, segments);
        var searcher = new IndexSearcher(corpus.Reader);
        var random = new Random(seed);
        for (var i = 0; i < 100; i++)
        {
            SortField[] sort = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => RandomOrder.Next(random))];
            SortField[]? within = random.Next(2) == 0 ? null : [RandomOrder.Next(random)];
            Compare(corpus, searcher, new CollapseOptions
            {
                Column = random.Next(2) == 0 ? "s" : "n",
                Groups = random.Next(1, 40),
                Offset = random.Next(3) * random.Next(20),
                HitsPerGroup = random.Next(1, 5),
                Sort = sort,
                SortWithin = within,
            });
        }
    }

    [Fact]
    public void Pages_of_groups_follow_one_another()
    {
        using var corpus = new ColumnCorpus(3, Documents, 3);
        var searcher = new IndexSearcher(corpus.Reader);
        var options = new CollapseOptions { Column = "s", Groups = 1000 };
        var query = new TermQuery(new Term("f", "a"));
        IReadOnlyList<GroupHits> all = searcher.Collapse(query, options).Groups;
        var paged = new List<GroupKey>();
        for (var offset = 0; offset <= all.Count; offset += 6)
            paged.AddRange(searcher.Collapse(query, options with { Groups = 6, Offset = offset }).Groups.Select(group => group.Key));
        Assert.Equal(all.Select(group => group.Key), paged);
        Assert.Contains(GroupKey.Missing, paged);
    }

    [Fact]
    public void A_column_of_many_values_a_document_is_refused()
    {
        using var corpus = new ColumnCorpus(4, 50, 1);
        var searcher = new IndexSearcher(corpus.Reader);
        Assert.Throws<InvalidOperationException>(() => searcher.Collapse(new MatchAllQuery(), new CollapseOptions { Column = "ss" }));
        Assert.Throws<InvalidOperationException>(() => searcher.Collapse(new MatchAllQuery(), new CollapseOptions { Column = "ns" }));
    }

    [Fact]
    public void Without_the_column_all_documents_are_one_group()
    {
        using var corpus = new ColumnCorpus(5, 50, 1);
        CollapsedDocs collapsed = new IndexSearcher(corpus.Reader).Collapse(new MatchAllQuery(), new CollapseOptions { Column = "nowhere", HitsPerGroup = 3 });
        GroupHits only = Assert.Single(collapsed.Groups);
        Assert.Equal((GroupKey.Missing, corpus.Docs.Count), (only.Key, (int)only.TotalHits.Value));
        Assert.Equal(corpus.Docs.Take(3).Select(doc => doc.Doc), only.ScoreDocs.Select(hit => hit.Doc));
    }

    [Fact]
    public void A_part_is_flagged_and_shows_true_hits_only()
    {
        using var corpus = new ColumnCorpus(6, 30_000, 3);
        var searcher = new IndexSearcher(corpus.Reader) { Clock = new SteppingClock() };
        var options = new CollapseOptions { Column = "s", HitsPerGroup = 2, Groups = 1000 };
        long whole = searcher.Collapse(new MatchAllQuery(), options).TotalHits.Value;
        Dictionary<int, string?> labels = corpus.Docs.ToDictionary(doc => doc.Doc, doc => doc.Label);
        for (var seconds = 1; seconds < 30; seconds++)
        {
            var limits = new SearchLimits { Time = TimeSpan.FromSeconds(seconds) };
            CollapsedDocs part = searcher.Collapse(new MatchAllQuery(), options with { Limits = limits });
            Assert.Equal(part.Partial == PartialReason.None, part.TotalHits.IsExact && part.TotalGroups.IsExact);
            Assert.True(part.TotalHits.Value == whole || part.IsPartial);
            Assert.All(part.Groups, group => Assert.All(group.ScoreDocs, hit => Assert.Equal(group.Key.Text, labels[hit.Doc])));
            Assert.All(part.Groups, group => Assert.InRange(group.ScoreDocs.Count, 1, 2));
        }
    }

    private static void Compare(ColumnCorpus corpus, IndexSearcher searcher, CollapseOptions options)
    {
        var query = new TermQuery(new Term("f", "a"));
        Dictionary<int, float> scores = searcher.Search(query, Documents).ScoreDocs.ToDictionary(hit => hit.Doc, hit => hit.Score);
        Comparer<ColumnDoc> order = OrderOf(options.Sort!);
        Comparer<ColumnDoc> within = OrderOf(options.SortWithin ?? options.Sort!);
        List<IGrouping<string, ColumnDoc>> groups = [.. corpus.Docs.Where(doc => doc.Has("a"))
            .GroupBy(doc => (options.Column == "s" ? doc.Label : $"{doc.Number}") ?? "")
            .OrderBy(group => group.Order(order).First(), order)];
        CollapsedDocs actual = searcher.Collapse(query, options);
        Assert.Equal(new TotalHits(scores.Count, IsExact: true), actual.TotalHits);
        Assert.Equal(new TotalHits(groups.Count, IsExact: true), actual.TotalGroups);
        Assert.Equal(
            groups.Skip(options.Offset).Take(options.Groups).Select(group =>
                $"{group.Key} {group.Count()} {group.Max(doc => scores[doc.Doc])}: {string.Join(',', group.Order(within).Take(options.HitsPerGroup).Select(doc => (doc.Doc, scores[doc.Doc])))}"),
            actual.Groups.Select(group =>
                $"{(group.Key.IsMissing ? "" : group.Key)} {group.TotalHits.Value} {group.MaxScore}: {string.Join(',', group.ScoreDocs.Select(hit => (hit.Doc, hit.Score)))}"));

        Comparer<ColumnDoc> OrderOf(IReadOnlyList<SortField> sort) =>
            Comparer<ColumnDoc>.Create((left, right) => RandomOrder.Compare(sort, left, right, scores));
    }
}
