using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Search;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using static Search.Engine.Search.Queries.Intervals;

namespace Search.Engine.Tests.Search.Proximity;

/// <summary>Queries with a rule of the caller's, here: two words with the same number of words between them as before the first.</summary>
public sealed class OccurrenceQueryTests : IDisposable
{
    private static readonly string[] Texts = ["a b", "x a x b b", "x a b", "a", "x x a b x b a x x b", "a b"];

    private readonly MemoryDirectory _directory = new();
    private readonly DirectoryReader _reader;

    public OccurrenceQueryTests()
    {
        using (IndexWriter writer = IndexWriter.Open(_directory, new IndexWriterOptions { Analyzer = new WhitespaceAnalyzer() }))
        {
            for (var i = 0; i < Texts.Length; i++)
            {
                writer.AddDocument([Field.CreateText("f", Texts[i], offsets: true), Field.CreateKeyword("i", $"{i}")]);
                if (i == 2)
                    writer.Commit();
            }
            writer.DeleteDocuments(new Term("i", "5"));
            writer.Commit();
        }
        _reader = DirectoryReader.Open(_directory);
    }

    private IndexSearcher Searcher => new(_reader);

    [Fact]
    public void Documents_match_whose_places_fit_the_rule_however_they_are_looked_for()
    {
        Query query = Balanced();
        int[] expected = [0, 1, 4];
        Assert.Equal(expected, Searcher.Search(query, 10).ScoreDocs.Select(hit => hit.Doc).Order());
        Assert.Equal(expected.Length, Searcher.Count(query));
        Assert.Equal([1, 4], Docs(Must(query, new TermQuery(new Term("f", "x")))));
        Assert.Equal([0], Docs(new BooleanQuery([new BooleanClause(query, Occur.Must), new BooleanClause(new TermQuery(new Term("f", "x")), Occur.MustNot)])));
        Assert.Equal([2, 3], Docs(new BooleanQuery([new BooleanClause(new MatchAllQuery(), Occur.Must), new BooleanClause(query, Occur.MustNot)])));
    }

    [Fact]
    public void Marks_are_the_places_that_the_rule_names()
    {
        MatchInterval mark = Assert.Single(Searcher.Matches(Balanced(), 1));
        Assert.Equal(("f", 1, 3, 2, 7), (mark.Field, mark.StartPosition, mark.EndPosition, mark.StartOffset, mark.EndOffset));
        Assert.Equal(Balanced(), mark.Clause);
        Assert.Empty(Searcher.Matches(Balanced(), 2));
        Assert.Empty(Searcher.Matches(Balanced(), 1, "other"));
    }

    [Fact]
    public void Scores_are_those_of_a_phrase_of_the_words_or_the_number_of_matches()
    {
        // In document 0 both match once, and the statistics are the same.
        var phrase = new PhraseQuery("f", 0, "a", "b");
        Assert.Equal(Score(phrase, 0), Score(Balanced(), 0));
        Assert.Equal(1f, Score(Balanced(OccurrenceScores.Count), 4));
        Assert.Equal(3f, Score(new BoostQuery(Balanced(OccurrenceScores.Count), 3f), 1));
        foreach (ScoreDoc hit in Searcher.Search(Balanced(), 10).ScoreDocs)
            Assert.Equal(hit.Score, Searcher.Explain(Balanced(), hit.Doc).Value);
    }

    [Fact]
    public void A_word_that_no_segment_has_leaves_nothing_where_it_is_required()
    {
        Assert.Empty(Docs(new OccurrenceQuery("f", [Term("a"), Term("none")], [[0], [1]], new BalancedRule())));
        Assert.Equal([0, 1, 4], Docs(new OccurrenceQuery("f", [Term("a"), Prefix("b")], [[0], [1]], new BalancedRule())));
    }

    [Fact]
    public void Queries_of_the_same_words_requirements_and_rule_are_equal()
    {
        Assert.Equal(Balanced(), Balanced());
        Assert.Equal(Balanced().GetHashCode(), Balanced().GetHashCode());
        Assert.NotEqual(Balanced(), Balanced(OccurrenceScores.Count));
        Assert.NotEqual(Balanced(), new OccurrenceQuery("f", [Term("b"), Term("a")], [[0], [1]], new BalancedRule()));
    }

    [Fact]
    public void Sources_that_are_no_words_and_requirements_that_are_none_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new OccurrenceQuery("f", [Phrase("a", "b")], [[0]], new BalancedRule()));
        Assert.Throws<ArgumentException>(() => new OccurrenceQuery("f", [Term("a")], [], new BalancedRule()));
        Assert.Throws<ArgumentException>(() => new OccurrenceQuery("f", [Term("a")], [[]], new BalancedRule()));
        Assert.Throws<ArgumentException>(() => new OccurrenceQuery("f", [Term("a"), Term("b")], [[0], [1, 0]], new BalancedRule()));
        Assert.Throws<ArgumentException>(() => new OccurrenceQuery("f", [Term("a")], [[1]], new BalancedRule()));
    }

    [Fact]
    public void A_minimum_score_keeps_what_scores_enough_and_its_marks()
    {
        Query all = new OccurrenceQuery("f", [Term("b")], [[0]], new EveryPlace(), OccurrenceScores.Count);
        Assert.Equal([0, 1, 2, 4], Docs(new MinimumScoreQuery(all, 1)));
        Assert.Equal([1, 4], Docs(new MinimumScoreQuery(all, 2)));
        Assert.Equal([4], Docs(Must(new MinimumScoreQuery(all, 3), new MatchAllQuery())));
        Assert.Equal(3, Searcher.Matches(new MinimumScoreQuery(all, 3), 4).Count);
        Assert.Empty(Searcher.Matches(new MinimumScoreQuery(all, 3), 1));
        Assert.Equal(6f, Score(new BoostQuery(new MinimumScoreQuery(all, 3), 2f), 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinimumScoreQuery(all, float.NaN));
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private static OccurrenceQuery Balanced(OccurrenceScores scores = OccurrenceScores.Bm25) => new("f", [Term("a"), Term("b")], [[0], [1]], new BalancedRule(), scores);

    private static BooleanQuery Must(params IReadOnlyList<Query> queries) => new([.. queries.Select(query => new BooleanClause(query, Occur.Must))]);

    private IEnumerable<int> Docs(Query query) => Searcher.Search(query, 10).ScoreDocs.Select(hit => hit.Doc).Order();

    private float Score(Query query, int doc) => Searcher.Search(query, 10).ScoreDocs.Single(hit => hit.Doc == doc).Score;

    private sealed class BalancedRule() : OccurrenceRule("balanced")
    {
        public override OccurrenceJudge Open(LeafReader segment) => new Judge();

        private sealed class Judge : OccurrenceJudge
        {
            public override int Count(DocumentOccurrences document) => Pairs(document).Count;

            public override void CollectMarks(DocumentOccurrences document, ICollection<Occurrence> marks)
            {
                foreach (Occurrence pair in Pairs(document))
                    marks.Add(pair);
            }

            private static List<Occurrence> Pairs(DocumentOccurrences document)
            {
                var pairs = new List<Occurrence>();
                foreach (Occurrence first in document.Of(0))
                {
                    foreach (Occurrence second in document.Of(1))
                    {
                        if (second.StartPosition - first.EndPosition - 1 == first.StartPosition)
                            pairs.Add(new Occurrence(first.StartPosition, second.EndPosition, first.StartOffset, second.EndOffset));
                    }
                }
                return pairs;
            }
        }
    }

    private sealed class EveryPlace() : OccurrenceRule("every place")
    {
        public override OccurrenceJudge Open(LeafReader segment) => new Judge();

        private sealed class Judge : OccurrenceJudge
        {
            public override int Count(DocumentOccurrences document) => document.Of(0).Length;

            public override void CollectMarks(DocumentOccurrences document, ICollection<Occurrence> marks)
            {
                foreach (Occurrence place in document.Of(0))
                    marks.Add(place);
            }
        }
    }
}
