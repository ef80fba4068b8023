using System.Text;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Search;

/// <summary>Sorted searches against sorting everything that matches.</summary>
public sealed class SortedSearchTests
{
    private const int Documents = 700;
    private const int Orders = 120;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    public void Hits_are_in_the_order_that_sorting_all_documents_yields_whole_and_in_pages(int seed, int segments)
    {
        using var corpus = new ColumnCorpus(seed, Documents, segments);
        var searcher = new IndexSearcher(corpus.Reader);
        var random = new Random(seed);
        for (var i = 0; i < Orders; i++)
        {
            var query = new TermQuery(new Term("f", "a"));
            Dictionary<int, float> scores = searcher.Search(query, Documents).ScoreDocs.ToDictionary(hit => hit.Doc, hit => hit.Score);
            SortField[] sort = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomOrder.Next(random))];
            int[] expected = [.. corpus.Docs.Where(doc => doc.Has("a"))
                .Order(Comparer<ColumnDoc>.Create((left, right) => RandomOrder.Compare(sort, left, right, scores)))
                .Select(doc => doc.Doc)];
            int k = random.Next(1, Documents);
            TopDocs hits = searcher.Search(query, k, new SearchOptions { Sort = sort });
            Assert.Equal(expected.Take(k), hits.ScoreDocs.Select(hit => hit.Doc));
            Assert.Equal(new TotalHits(expected.Length, IsExact: true), hits.TotalHits);
            Assert.All(hits.ScoreDocs, hit => Assert.Equal(scores[hit.Doc], hit.Score));
            Assert.Equal(expected, Pages(searcher, query, sort, random.Next(20, 200)));
        }
    }

    [Fact]
    public void Keys_have_the_values_that_were_compared()
    {
        using var corpus = new ColumnCorpus(3, Documents, 2);
        var searcher = new IndexSearcher(corpus.Reader);
        SortField[] sort =
        [
            SortField.Integer("ns") with { Selector = SortSelector.Max, MissingInteger = 77 },
            SortField.Single("x") with { MissingNumber = 1.5 },
            SortField.Double("d"),
            SortField.Text("ss") with { Selector = SortSelector.MiddleMax },
            SortField.Score,
            SortField.Doc,
        ];
        TopDocs hits = searcher.Search(new TermQuery(new Term("f", "b")), Documents, new SearchOptions { Sort = sort });
        Dictionary<int, ColumnDoc> docs = corpus.Docs.ToDictionary(doc => doc.Doc);
        Assert.NotEmpty(hits.ScoreDocs);
        foreach (ScoreDoc hit in hits.ScoreDocs)
        {
            ColumnDoc doc = docs[hit.Doc];
            object?[] expected =
            [
                doc.Numbers.Length > 0 ? doc.Numbers[^1] : 77L,
                doc.Single ?? 1.5f,
                doc.Double ?? 0.0,
                doc.Labels.Length > 0 ? doc.Labels[doc.Labels.Length / 2] : null,
                hit.Score,
                hit.Doc,
            ];
            Assert.Equal(expected, hit.SortKeys!.Select(key => key.Value));
        }
    }

    [Fact]
    public void A_page_starts_after_keys_that_the_caller_made()
    {
        using var corpus = new ColumnCorpus(4, Documents, 3);
        var searcher = new IndexSearcher(corpus.Reader);
        SortField[] sort = [SortField.Text("s"), SortField.Double("d") with { Reverse = true }, SortField.Integer("n"), SortField.Single("x"), SortField.Score];
        TopDocs all = searcher.Search(new MatchAllQuery(), Documents, new SearchOptions { Sort = sort });
        for (var i = 0; i < all.ScoreDocs.Count; i += 13)
        {
            ScoreDoc last = all.ScoreDocs[i];
            IReadOnlyList<SortKey> keys = last.SortKeys!;
            SortKey[] made =
            [
                SortKey.OfText(keys[0].Value is string text ? Encoding.UTF8.GetBytes(text) : null),
                SortKey.OfDouble((double)keys[1].Value!),
                SortKey.OfInteger((long)keys[2].Value!),
                SortKey.OfSingle((float)keys[3].Value!),
                SortKey.OfScore(last.Score),
            ];
            Assert.Equal(keys, made);
            TopDocs page = searcher.Search(new MatchAllQuery(), 5, new SearchOptions { Sort = sort, After = new ScoreDoc(last.Doc, 0f, made) });
            Assert.Equal(all.ScoreDocs.Skip(i + 1).Take(5).Select(hit => hit.Doc), page.ScoreDocs.Select(hit => hit.Doc));
        }
    }

    [Fact]
    public void A_start_of_another_order_and_a_column_of_another_type_are_refused()
    {
        using var corpus = new ColumnCorpus(5, 20, 1);
        var searcher = new IndexSearcher(corpus.Reader);
        var all = new MatchAllQuery();
        ScoreDoc hit = searcher.Search(all, 1, new SearchOptions { Sort = [SortField.Integer("n")] }).ScoreDocs[0];
        Assert.Throws<ArgumentException>(() => searcher.Search(all, 1, new SearchOptions { Sort = [SortField.Text("s")], After = hit }));
        Assert.Throws<ArgumentException>(() => searcher.Search(all, 1, new SearchOptions { Sort = [SortField.Integer("n"), SortField.Doc], After = hit }));
        Assert.Throws<InvalidOperationException>(() => searcher.Search(all, 1, new SearchOptions { Sort = [SortField.Integer("s")] }));
        Assert.Throws<InvalidOperationException>(() => searcher.Search(all, 1, new SearchOptions { Sort = [SortField.Text("n")] }));
    }

    private static List<int> Pages(IndexSearcher searcher, Query query, SortField[] sort, int size)
    {
        var docs = new List<int>();
        ScoreDoc? after = null;
        while (true)
        {
            TopDocs page = searcher.Search(query, size, new SearchOptions { Sort = sort, After = after });
            if (page.ScoreDocs.Count == 0)
                return docs;
            docs.AddRange(page.ScoreDocs.Select(hit => hit.Doc));
            after = page.ScoreDocs[^1];
        }
    }
}
