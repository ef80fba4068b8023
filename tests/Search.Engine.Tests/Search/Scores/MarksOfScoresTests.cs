using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Highlighting;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Values;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Search.Scores;

/// <summary>What is marked is what matched: values and columns mark nothing, the queries inside do.</summary>
public sealed class MarksOfScoresTests
{
    private const string Body = "rain and storm and rain";
    private const string Title = "storm";

    private static readonly TermQuery Rain = new(new Term("body", "rain"));
    private static readonly TermQuery Storm = new(new Term("body", "storm"));

    private static readonly IndexSearcher Searcher = new(MemoryIndex.Build(
        new WhitespaceAnalyzer(),
        [[Field.CreateText("body", Body, offsets: true), Field.CreateText("title", Title, offsets: true), Field.CreateColumn("n", 2)]]));

    public static TheoryData<Query, string, string> Marked => new()
    {
        { new FunctionScoreQuery(Rain, ValueSource.ScoreOf(Storm)), "<rain> and storm and <rain>", "storm" },
        { FunctionScoreQuery.BoostByValue(Storm, ValueSource.Integers("n")), "rain and <storm> and rain", "storm" },
        { new BoostingQuery(Rain, Storm, 0.5f), "<rain> and storm and <rain>", "storm" },
        { new CombinedFieldsQuery([("body", 1f), ("title", 2f)], "storm"), "rain and <storm> and rain", "<storm>" },
        { new CoveringQuery([Rain, Storm, new TermQuery(new Term("body", "none"))], ValueSource.Integers("n")), "<rain> and <storm> and <rain>", "storm" },
        { new CoveringQuery([Rain, Storm], ValueSource.Constant(3)), "rain and storm and rain", "storm" },
        { new BooleanQuery([new(new ColumnRangeQuery("n", 1, 3), Occur.Must), new(Storm, Occur.Should)]), "rain and <storm> and rain", "storm" },
        { new ConstantScoreQuery(new FunctionScoreQuery(Rain, ValueSource.Constant(1))), "<rain> and storm and <rain>", "storm" },
    };

    [Theory]
    [MemberData(nameof(Marked))]
    public void Marks_stand_where_the_queries_inside_matched(Query query, string body, string title)
    {
        Assert.Equal(body, Marks(query, "body", Body));
        Assert.Equal(title, Marks(query, "title", Title));
    }

    private static string Marks(Query query, string field, string text)
    {
        IReadOnlyList<TextMark> marks = new Highlighter(new WhitespaceAnalyzer()).Mark(Searcher.MatchesOf(query), 0, field, text);
        foreach (TextMark mark in marks.Reverse())
            text = $"{text[..mark.Start]}<{text[mark.Start..mark.End]}>{text[mark.End..]}";
        return text;
    }
}
