using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Weights;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Search.Scorers;

public sealed class LateWindowScorerTests
{
    private static readonly Leaf Leaf = new IndexSearcher(new RandomQueries(7).Index(9000)).Reader.Leaves[1];
    private static readonly int MaxDoc = Leaf.Reader.MaxDoc;

    [Theory]
    [InlineData(64)]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    public void Steps_of_any_length_list_what_all_terms_have(int step)
    {
        WindowScorer late = Gathered(mayBeLate: true);
        Assert.IsType<LateWindowScorer>(late);
        Assert.Equal(All(), Listed(late, step));
    }

    [Fact]
    public void Documents_behind_the_bound_are_found_without_those_in_front()
    {
        int[] all = All();
        for (var from = 0; from < MaxDoc; from += 977)
        {
            var list = new Candidates();
            foreach (int docId in Enumerable.Range(from, Math.Min(200, MaxDoc - from)))
                list.Add(docId, 0.0);
            int[] expected = [.. list.Docs.ToArray().Intersect(all)];
            Gathered(mayBeLate: true).Retain(list, new ScoreWindow());
            Assert.Equal(expected, list.Docs.ToArray());
            Assert.Equal(all.First(docId => docId >= from), Gathered(mayBeLate: true).Seek(from));
        }
    }

    private static int[] All() => [.. Listed(Gathered(mayBeLate: false), int.MaxValue)];

    private static WindowScorer Gathered(bool mayBeLate)
    {
        Terms terms = Leaf.Reader.Terms("f")!;
        var gathering = new TermGathering(terms, MaxDoc, mayBeLate, Arenas.Open());
        MatchingTerms matching = new PrefixQuery(new Term("f", "w1")).OpenTerms(terms);
        while (matching.Next())
            gathering.Add(matching.State);
        return gathering.ToWindows();
    }

    private static List<int> Listed(WindowScorer scorer, int step)
    {
        var list = new Candidates();
        var listed = new List<int>();
        for (int next = scorer.Seek(0); next < MaxDoc; next = scorer.Seek(next))
        {
            list.Clear();
            next = scorer.List(next, (int)Math.Min((long)next + step, MaxDoc), new ScoreWindow(), list);
            listed.AddRange(list.Docs);
        }
        return listed;
    }
}
