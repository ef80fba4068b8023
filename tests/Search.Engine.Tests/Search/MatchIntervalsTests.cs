using Search.Engine.Index;
using Search.Engine.QueryParsing;
using Search.Engine.Analysis;
using Search.Engine.Search;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Search;

public sealed class MatchIntervalsTests
{
    [Theory]
    [InlineData("b", "a b c b", "b@1 b@3")]
    [InlineData("a b", "x b", "b@1")]
    [InlineData("+a b", "a c", "a@0")]
    [InlineData("+a b", "c b", "")]
    [InlineData("a -b", "a c", "a@0")]
    [InlineData("a -b", "a b", "")]
    [InlineData("a (c -b)", "a b c", "a@0")]
    [InlineData("\"a b\" c", "a x b c a b", "c@3 a b@4")]
    [InlineData("wor*", "word x world", "word@0 world@2")]
    [InlineData("w?rd", "word x ward", "word@0 ward@2")]
    [InlineData("[b TO c]", "a b c d", "b@1 c@2")]
    [InlineData("a^3 a", "a", "a@0")]
    [InlineData("*:*", "a b", "")]
    public void Marks_are_where_the_query_matched(string query, string text, string marked)
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts(text));
        IReadOnlyList<MatchInterval> intervals = searcher.Matches(new QueryParser("f", new WhitespaceAnalyzer()).Parse(query), 0);
        Assert.Equal(marked, string.Join(' ', intervals.Select(interval => $"{text[interval.StartOffset..interval.EndOffset]}@{interval.StartPosition}")));
    }

    [Fact]
    public void Every_interval_names_the_clause_as_it_stands_in_the_query()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("a b c"));
        var term = new TermQuery(new Term("f", "a"));
        var phraseOfOne = new PhraseQuery("f", 0, "b");
        var prefix = new PrefixQuery(new Term("f", "c"));
        var query = new DisjunctionMaxQuery([term, new BoostQuery(phraseOfOne, 2f), new ConstantScoreQuery(prefix)]);
        Assert.Equal([term, phraseOfOne, prefix], searcher.Matches(query, 0).Select(interval => interval.Clause));
    }

    [Fact]
    public void Synonyms_and_alternatives_are_marked_wherever_any_of_them_stands()
    {
        var searcher = new IndexSearcher(MemoryIndex.OfTexts("quick car fast car"));
        var synonyms = new SynonymQuery("f", new Term("f", "quick"), new Term("f", "fast"));
        var phrase = new MultiPhraseQuery("f", [([new Term("f", "quick"), new Term("f", "fast")], 0), ([new Term("f", "car")], 1)]);
        Assert.Equal([(0, 0), (2, 2)], searcher.Matches(synonyms, 0).Select(interval => (interval.StartPosition, interval.EndPosition)));
        Assert.Equal([(0, 1), (2, 3)], searcher.Matches(phrase, 0).Select(interval => (interval.StartPosition, interval.EndPosition)));
    }

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    public void A_pass_over_many_documents_finds_what_is_found_one_by_one(int seed)
    {
        var random = new RandomQueries(seed);
        MemoryIndex index = random.Index(200);
        var searcher = new IndexSearcher(index);
        for (var i = 0; i < 150; i++)
        {
            QueryMatches matches = searcher.MatchesOf(random.Next());
            MatchPass pass = matches.Pass();
            for (int doc = i % 3; doc < index.MaxDoc; doc += 1 + (i % 4))
            {
                MatchInterval[] gathered = [.. pass.At(doc).ToArray().Distinct().OrderBy(interval => interval.StartPosition).ThenBy(interval => interval.EndPosition)];
                Assert.Equal(matches.At(doc), gathered);
            }
        }
    }

    [Fact]
    public void Only_the_field_that_is_asked_for_is_marked()
    {
        var searcher = new IndexSearcher(GoldenCorpus.SingleInMemory);
        var query = new BooleanQuery([new(new TermQuery(new Term("title", "rain")), Occur.Should), new(new TermQuery(new Term("body", "rain")), Occur.Should)]);
        int doc = searcher.Search(query, 1).ScoreDocs[0].Doc;
        IReadOnlyList<MatchInterval> all = searcher.Matches(query, doc);
        Assert.Equal(["body", "title"], all.Select(interval => interval.Field).Distinct().Order());
        Assert.All(searcher.Matches(query, doc, "title"), interval => Assert.Equal("title", interval.Field));
        Assert.Equal(all.Where(interval => interval.Field == "title"), searcher.Matches(query, doc, "title"));
    }

    [Fact]
    public void Without_offsets_in_the_index_they_are_minus_one()
    {
        var searcher = new IndexSearcher(GoldenCorpus.SingleInMemory);
        var query = new TermQuery(new Term("body", "rain"));
        int doc = searcher.Search(query, 1).ScoreDocs[0].Doc;
        Assert.All(searcher.Matches(query, doc), interval => Assert.Equal((-1, -1), (interval.StartOffset, interval.EndOffset)));
    }
}
