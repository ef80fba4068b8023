using Search.Articles.Querying;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Querying;

/// <summary>How texts are understood: forms, dialects, repairs, refusals.</summary>
public sealed class QueryLanguageTests
{
    [Fact]
    public void Every_form_of_the_help_is_understood_in_both_modes_without_a_note_and_printed_so_that_it_means_the_same()
    {
        Assert.All(QueryHelp.Forms, form =>
        {
            ParsedQuery strict = ArticleQueryParser.Parse(form.Example, QueryMode.Strict);
            Assert.Empty(strict.Info.Notes);
            Assert.Empty(ArticleQueryParser.Parse(form.Example, QueryMode.Lenient).Info.Notes);
            if (!form.Example.Contains("last-", StringComparison.Ordinal))
                Assert.Equal(strict.Match, ArticleQueryParser.Parse(strict.Info.Understood, QueryMode.Strict).Match);
        });
    }

    [Fact]
    public void The_forms_of_a_group_stand_together()
    {
        string[] groups = [.. QueryHelp.Forms.Select(form => form.Group)];
        Assert.Equal(groups.Distinct().Count(), groups.Where((group, i) => i == 0 || groups[i - 1] != group).Count());
    }

    [Theory]
    [InlineData("putin w/5 kim", "putin near/5 kim")]
    [InlineData("putin near5 kim", "putin near/5 kim")]
    [InlineData("putin NEAR/5 kim", "putin near/5 kim")]
    [InlineData("putin adj3 kim", "putin near/3 kim")]
    [InlineData("putin ADJ kim", "putin pre/1 kim")]
    [InlineData("putin AROUND(4) kim", "putin near/4 kim")]
    [InlineData("putin onear/4 kim", "putin pre/4 kim")]
    [InlineData("putin /5 kim", "putin near/5 kim")]
    [InlineData("putin /s kim /s summit", "s:(putin kim summit)")]
    [InlineData("putin w/s kim", "s:(putin kim)")]
    [InlineData("putin /p kim", "putin kim")]
    [InlineData("intitle:visit", "headline:visit")]
    [InlineData("inurl:visit", "url:*visit*")]
    [InlineData("source:dailyo", "outlet:dailyo")]
    [InlineData("after:2023-01-01", "published:[2023-01-01 TO *]")]
    [InlineData("before:2023", "published:[* TO 2023}")]
    [InlineData("putin & kim", "putin kim")]
    [InlineData("putin | kim", "putin OR kim")]
    public void What_other_search_languages_write_is_understood_in_both_modes_with_a_note(string text, string understood)
    {
        foreach (QueryMode mode in Enum.GetValues<QueryMode>())
        {
            UnderstoodQuery info = ArticleQueryParser.Parse(text, mode).Info;
            Assert.Equal(understood, info.Understood);
            Assert.Contains(info.Notes, note => note.Kind == "dialect");
        }
    }

    [Theory]
    [InlineData("putin AND NOT kim", "putin -kim")]
    [InlineData("putin OR kim summit", "(putin OR kim) summit")]
    [InlineData("putin AND kim OR summit", "(putin kim) OR summit")]
    [InlineData("+putin OR kim", "+putin OR kim")]
    [InlineData("putin OR kim OR -summit", "(putin OR kim) -summit")]
    [InlineData("‘soft power’ 'hard power' «third»", "\"soft power\" \"hard power\" \"third\"")]
    [InlineData("Putin's don't", "Putin's don't")]
    [InlineData("AT&T R&D", "AT&T R&D")]
    [InlineData("Putin: the visit at 12:30", "Putin the visit at 12\\:30")]
    [InlineData("war and peace", "war and peace")]
    [InlineData("\"who are you?\"", "\"who are you\"")]
    [InlineData("\"he said (in Moscow) that\"", "\"he said in Moscow that\"")]
    [InlineData("putin near/5 (kim near/3 summit)", "putin near/5 (kim near/3 summit)")]
    [InlineData("putin near/5 kim near/3 summit", "putin near/5 kim near/3 summit")]
    [InlineData("s:(putin -kim)^2", "s:(putin -kim)^2")]
    [InlineData("near5", "\\near5")]
    [InlineData("headline:(outlet:x)", "outlet:x")]
    public void Sound_queries_are_read_as_people_expect(string text, string understood)
    {
        ParsedQuery query = ArticleQueryParser.Parse(text, QueryMode.Strict);
        Assert.Equal(understood, query.Info.Understood);
        Assert.Empty(query.Info.Notes);
    }

    [Theory]
    [InlineData("kim \"state visit", 4, 1, "never closed", "kim \"state visit\"")]
    [InlineData("AND drones", 0, 3, "before it", "drones")]
    [InlineData("drones AND OR vest", 11, 2, "side by side", "drones vest")]
    [InlineData("(drones vest", 0, 1, "never closed", "drones vest")]
    [InlineData("drones) vest", 6, 1, "never opened", "drones vest")]
    [InlineData("drones () vest", 7, 2, "nothing between", "drones vest")]
    [InlineData("drones foo:vest", 7, 4, "no field", "drones foo vest")]
    [InlineData("putin near/x kim", 6, 6, "whole number", "putin near/10 kim")]
    [InlineData("putin near/5", 6, 6, "behind", "putin")]
    [InlineData("near/5 kim", 0, 6, "before", "kim")]
    [InlineData("visit~7", 5, 2, "letters may differ", "visit")]
    [InlineData("visit^x", 5, 1, "number", "visit x")]
    [InlineData("published:2023-13 visit", 10, 7, "no date", "visit")]
    [InlineData("headline: ", 0, 9, "behind it", "*")]
    [InlineData("kim - putin", 4, 1, "right behind", "kim putin")]
    [InlineData("(putin kim) near/5 summit", 1, 24, "one word, phrase or choice", "putin near/5 summit kim near/5 summit")]
    [InlineData("s:(putin outlet:x)", 9, 8, "in a sentence", "s:(putin) outlet:x")]
    [InlineData("s:(-putin)", 4, 5, "before something can be excluded", "*")]
    [InlineData("atleast0(putin)", 0, 9, "whole number", "putin")]
    [InlineData("kim =Joh*", 5, 4, "not before a pattern", "kim joh*")]
    public void Strict_mode_says_where_and_why_and_what_lenient_mode_does(string text, int start, int length, string reason, string repaired)
    {
        var refusal = Assert.Throws<QueryException>(() => ArticleQueryParser.Parse(text, QueryMode.Strict));
        Assert.Equal((start, length), (refusal.Start, refusal.Length));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(repaired, refusal.Repaired);
        UnderstoodQuery lenient = ArticleQueryParser.Parse(text, QueryMode.Lenient).Info;
        Assert.Equal(repaired, lenient.Understood);
        Assert.Contains(lenient.Notes, note => note.Kind == "repair" && note.Text.StartsWith(refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void More_clauses_than_a_query_may_have_are_left_out_with_a_note_or_refused()
    {
        string text = string.Join(' ', Enumerable.Range(0, 600).Select(number => $"w{number}"));
        ParsedQuery lenient = ArticleQueryParser.Parse(text, QueryMode.Lenient);
        Assert.Equal(512, lenient.Leaves.Count);
        Assert.Contains(lenient.Info.Notes, note => note.Kind == "limit");
        Assert.Contains("512", Assert.Throws<QueryException>(() => ArticleQueryParser.Parse(text, QueryMode.Strict)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_phrase_may_be_of_any_length()
    {
        string words = string.Join(' ', Enumerable.Range(0, 1_000).Select(number => $"w{number}"));
        Assert.Equal($"\"{words}\"", ArticleQueryParser.Parse($"\"{words}\"", QueryMode.Strict).Info.Understood);
    }

    [Fact]
    public void Brackets_may_not_be_nested_without_end()
    {
        string text = $"{new string('(', 4_000)}kim{new string(')', 4_000)}";
        Assert.Equal("kim", ArticleQueryParser.Parse(text, QueryMode.Lenient).Info.Understood);
        Assert.Throws<QueryException>(() => ArticleQueryParser.Parse(text, QueryMode.Strict));
    }
}
