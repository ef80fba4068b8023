using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Highlighting;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Search;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Search.Scores;

/// <summary>Parents, children and what is marked in them. Upper-case words stand in parents, which all have a P.</summary>
public sealed class BlockJoinTests : IDisposable
{
    private static readonly ParentFilter Parents = new(Term("P"));

    // Parents are 2, 3 and 7; document 8 is behind the last of them.
    private static readonly string[] Texts = ["a", "b a", "P X", "P Y", "b", "a a", "a c", "P X Y", "a"];

    private readonly MemoryDirectory _directory = new();
    private readonly IndexReader _reader;

    public BlockJoinTests()
    {
        using (IndexWriter writer = Open())
        {
            writer.AddDocuments(Texts.Select((text, i) => new Document { Field.CreateText("f", text, stored: true, offsets: true), Field.CreateKeyword("i", $"{i}") }));
            writer.DeleteDocuments(new Term("i", "5"));
            writer.Commit();
        }
        _reader = DirectoryReader.Open(_directory);
    }

    private IndexSearcher Searcher => new(_reader);

    [Theory]
    [InlineData("a", "2 7")]
    [InlineData("b", "2 7")]
    [InlineData("c", "7")]
    [InlineData("none", "")]
    public void Parents_of_matching_children_match(string child, string expected) =>
        Assert.Equal(expected, Docs(new ToParentBlockJoinQuery(Term(child), Parents)));

    [Theory]
    [InlineData("X", "0 1 4 6")]
    [InlineData("Y", "4 6")]
    public void Children_of_matching_parents_match(string parent, string expected) =>
        Assert.Equal(expected, Docs(new ToChildBlockJoinQuery(Term(parent), Parents)));

    [Fact]
    public void Children_of_parents_of_children_end_where_another_clause_does()
    {
        var siblings = new ToChildBlockJoinQuery(new ToParentBlockJoinQuery(Term("c"), Parents), Parents);
        var both = new BooleanQuery([new BooleanClause(siblings, Occur.Must), new BooleanClause(Term("b"), Occur.Must)]);
        Assert.Equal("4", Docs(both));
        Assert.False(Searcher.Explain(both, 6).IsMatch);
        Assert.True(Searcher.Explain(both, 4).IsMatch);
    }

    [Fact]
    public void Deleted_children_count_until_they_are_merged_away()
    {
        ScoreDoc[] alone = [.. Searcher.Search(new ToParentBlockJoinQuery(Term("a"), Parents, ChildScores.Max), 2).ScoreDocs];
        Assert.Equal((7, 0x3eb8cf82u), (alone[0].Doc, BitConverter.SingleToUInt32Bits(alone[0].Score))); // document 5, as in Lucene
    }

    [Fact]
    public void A_child_query_that_matches_a_parent_is_refused()
    {
        Query[] children = [Term("X"), new MatchAllQuery(), new BooleanQuery([new(Term("X"), Occur.Should), new(Term("a"), Occur.Should)])];
        Assert.All(children, query =>
        {
            InvalidOperationException failure = Assert.Throws<InvalidOperationException>(() => Searcher.Search(new ToParentBlockJoinQuery(query, Parents), 9));
            Assert.Contains("which is a parent", failure.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_parent_query_that_matches_a_child_is_refused()
    {
        Query[] parents = [Term("a"), new MatchAllQuery(), Term("c")];
        Assert.All(parents, query =>
        {
            InvalidOperationException failure = Assert.Throws<InvalidOperationException>(() => Searcher.Search(new ToChildBlockJoinQuery(query, Parents), 9));
            Assert.Contains("which is no parent", failure.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Without_parents_nothing_matches()
    {
        var none = new ParentFilter(Term("none"));
        Assert.Equal("", Docs(new ToParentBlockJoinQuery(Term("a"), none)));
        Assert.Throws<InvalidOperationException>(() => Docs(new ParentChildrenBlockJoinQuery(none, Term("a"), 7)));
    }

    [Fact]
    public void The_children_of_one_parent_are_found_scored_and_marked()
    {
        var join = new ToParentBlockJoinQuery(new BooleanQuery([new(Term("a"), Occur.Should), new(Term("b"), Occur.Should)]), Parents, ChildScores.Total);
        ParentChildrenBlockJoinQuery children = join.ChildrenOf(2);
        TopDocs top = Searcher.Search(children, 5);
        Assert.Equal([1, 0], top.ScoreDocs.Select(hit => hit.Doc));
        Assert.Equal([0x3f5ba610u, 0x3ea97687u], top.ScoreDocs.Select(hit => BitConverter.SingleToUInt32Bits(hit.Score))); // as Lucene's
        IReadOnlyList<TextMark> marks = new Highlighter(new WhitespaceAnalyzer()).Mark(Searcher.MatchesOf(children), 1, "f", Texts[1]);
        Assert.Equal([(0, 1), (2, 3)], marks.Select(mark => (mark.Start, mark.End)));
        Assert.Equal("6", Docs(join.ChildrenOf(7) is { } others ? new BooleanQuery([new(others, Occur.Must), new(Term("a"), Occur.Filter)]) : join));
        Assert.Equal("", Docs(join.ChildrenOf(3)));
        Assert.Throws<InvalidOperationException>(() => Docs(join.ChildrenOf(4)));
    }

    [Fact]
    public void Nothing_is_marked_in_a_parent_for_what_its_children_have_nor_the_other_way_round()
    {
        Assert.Empty(Searcher.Matches(new ToParentBlockJoinQuery(Term("a"), Parents), 2));
        Assert.Empty(Searcher.Matches(new ToChildBlockJoinQuery(Term("X"), Parents), 0));
        var both = new BooleanQuery([new(new ToParentBlockJoinQuery(Term("a"), Parents), Occur.Must), new(Term("X"), Occur.Must)]);
        Assert.Equal([1], Searcher.Matches(both, 2).Select(interval => interval.StartPosition));
    }

    [Fact]
    public void Parents_are_kept_as_long_as_a_segment_is_read()
    {
        var parents = new ParentFilter(Term("P"));
        Searcher.Count(new ToParentBlockJoinQuery(Term("a"), parents));
        object known = parents.Known(_reader.Leaves[0])!;
        using (IndexWriter writer = Open(OpenMode.Append))
        {
            writer.DeleteDocuments(new Term("i", "0"));
            writer.Commit();
        }
        using IndexReader changed = DirectoryReader.OpenIfChanged((DirectoryReader)_reader)!;
        Assert.NotSame(_reader.Leaves[0].Reader, changed.Leaves[0].Reader);
        Assert.Same(known, parents.Known(changed.Leaves[0]));
        Assert.Equal(2, new IndexSearcher(changed).Count(new ToParentBlockJoinQuery(Term("a"), parents)));
    }

    [Fact]
    public void Joins_print_like_Lucene_and_are_equal_by_value()
    {
        Assert.Equal("ToParentBlockJoinQuery (f:a)", new ToParentBlockJoinQuery(Term("a"), Parents).ToString());
        Assert.Equal("ToChildBlockJoinQuery (f:X)", new ToChildBlockJoinQuery(Term("X"), Parents).ToString());
        Assert.Equal("ParentChildrenBlockJoinQuery (f:a)", new ParentChildrenBlockJoinQuery(Parents, Term("a"), 7).ToString());
        var same = new ParentFilter(Term("P"));
        Assert.Equal(new ToParentBlockJoinQuery(Term("a"), Parents), new ToParentBlockJoinQuery(Term("a"), same));
        Assert.Equal(new ToParentBlockJoinQuery(Term("a"), Parents).GetHashCode(), new ToParentBlockJoinQuery(Term("a"), same).GetHashCode());
        Assert.NotEqual(new ToParentBlockJoinQuery(Term("a"), Parents), new ToParentBlockJoinQuery(Term("a"), Parents, ChildScores.Min));
        Assert.NotEqual(new ToChildBlockJoinQuery(Term("X"), Parents), new ToChildBlockJoinQuery(Term("X"), new ParentFilter(Term("Q"))));
        Assert.NotEqual(new ParentChildrenBlockJoinQuery(Parents, Term("a"), 7), new ParentChildrenBlockJoinQuery(Parents, Term("a"), 2));
    }

    public void Dispose() => _reader.Dispose();

    private static TermQuery Term(string word) => new(new Term("f", word));

    private IndexWriter Open(OpenMode mode = OpenMode.CreateOrAppend) =>
        IndexWriter.Open(_directory, new IndexWriterOptions { Analyzer = new WhitespaceAnalyzer(), OpenMode = mode });

    private string Docs(Query query) => string.Join(' ', Searcher.Search(query, 20).ScoreDocs.Select(hit => hit.Doc).Order());
}
