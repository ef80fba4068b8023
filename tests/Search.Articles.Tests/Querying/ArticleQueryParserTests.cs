using Search.Articles.Querying;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Querying;

public sealed class ArticleQueryParserTests
{
    [Theory]
    [InlineData("drones vest", "drones vest")]
    [InlineData("\"five explosive drones\"", "\"five explosive drones\"")]
    [InlineData("“five explosive drones”", "\"five explosive drones\"")]
    [InlineData("„five explosive drones“", "\"five explosive drones\"")]
    [InlineData("Weapons -nuclear", "Weapons -nuclear")]
    [InlineData("kim OR vodka", "kim OR vodka")]
    [InlineData("(kim OR putin) visit", "(kim OR putin) visit")]
    [InlineData("headline:visit^2", "headline:visit^2")]
    [InlineData("explosi*", "explosi*")]
    [InlineData("Drone~1 vest~", "Drone~1 vest~2")]
    [InlineData("/dro.e|vest/", "/dro.e|vest/")]
    [InlineData("headline:/solid(ify|ified)/^2", "headline:/solid(ify|ified)/^2")]
    [InlineData("outlet:dailio~1", "outlet:dailio~1")]
    [InlineData("\"railway station\"~3", "\"railway station\"~3")]
    [InlineData("-nuclear", "* -nuclear")]
    [InlineData("", "*")]
    [InlineData(" * ", "*")]
    public void A_sound_query_is_understood_in_both_modes_without_a_warning(string text, string understood)
    {
        foreach (QueryMode mode in Enum.GetValues<QueryMode>())
        {
            UnderstoodQuery info = ArticleQueryParser.Parse(text, mode).Info;
            Assert.Equal(understood, info.Understood);
            Assert.Empty(info.Notes);
        }
    }

    [Theory]
    [InlineData("who saw the drones? where was the vest?", "who saw the drones where was the vest")]
    [InlineData("drones (the ?slip? effect) in a vest", "drones the slip effect in a vest")]
    [InlineData("nobody is DEAD!?!? says the vest", "nobody is DEAD says the vest")]
    [InlineData("drones? vest", "drones? vest")]
    public void Question_marks_at_the_ends_of_words_are_punctuation_in_a_longer_text(string text, string understood) =>
        Assert.Equal(understood, ArticleQueryParser.Parse(text, QueryMode.Lenient).Info.Understood);

    [Theory]
    [InlineData("PLANT NOT PLANNING ANY MAJOR CHANGES", "PLANT not PLANNING ANY MAJOR CHANGES")]
    [InlineData("MINE NEAR VOLCANO SOLD", "MINE near/10 VOLCANO SOLD")]
    [InlineData("MINE NEAR VOLCANO IS SOLD TO OLD OWNERS", "MINE near VOLCANO IS SOLD TO OLD OWNERS")]
    [InlineData("KIM AND PUTIN", "KIM PUTIN")]
    [InlineData("KIM OR PUTIN NOT VODKA", "(KIM OR PUTIN) -VODKA")]
    public void In_a_text_all_in_capitals_operators_are_words_where_they_are_few(string text, string understood) =>
        Assert.Equal(understood, ArticleQueryParser.Parse(text, QueryMode.Lenient).Info.Understood);

    [Theory]
    [InlineData("drones vest")]
    [InlineData("\"five explosive drones\" visit")]
    [InlineData("a OR b -c")]
    [InlineData("a OR b c")]
    [InlineData("a (b OR (c d)) -(e f)")]
    [InlineData("(kim OR putin) visit^3")]
    [InlineData("headline:\"solidify ties\" explos*")]
    [InlineData("drone~1 -headline:/(a|b)c.*/ names:putn~")]
    public void What_was_understood_can_be_typed_again_and_means_the_same(string text)
    {
        ParsedQuery first = ArticleQueryParser.Parse(text, QueryMode.Strict);
        ParsedQuery again = ArticleQueryParser.Parse(first.Info.Understood, QueryMode.Strict);
        Assert.Equal(first.Match, again.Match);
    }

    [Theory]
    [InlineData("\"open quote", "\"open quote\"", "quote")]
    [InlineData("AND drones", "drones", "Operators")]
    [InlineData("drones OR", "drones", "Operators")]
    [InlineData("(drones vest", "drones vest", "Brackets")]
    [InlineData("drones)", "drones", "Brackets")]
    [InlineData("foo:bar", "foo bar", "no field")]
    [InlineData("drone~1.5", "drone", "whole")]
    [InlineData("/dro(.e/", "\"dro e\"", "regular expression")]
    [InlineData("/slip flow/", "slip flow", "blank")]
    [InlineData("/drone|/", "\"drone\"", "character is missing")]
    public void Lenient_mode_repairs_and_says_how_and_strict_mode_refuses(string text, string understood, string warning)
    {
        UnderstoodQuery info = ArticleQueryParser.Parse(text, QueryMode.Lenient).Info;
        Assert.Equal(understood, info.Understood);
        Assert.Contains(info.Notes, said => said.Text.Contains(warning, StringComparison.OrdinalIgnoreCase));
        var refusal = Assert.Throws<QueryException>(() => ArticleQueryParser.Parse(text, QueryMode.Strict));
        Assert.InRange(refusal.Start + refusal.Length, 0, text.Length);
    }

    [Fact]
    public void Random_and_mutated_texts_are_always_understood_in_lenient_mode()
    {
        var random = new Random(20231);
        const string Alphabet = "ab \"()[]{}^~*?:\\/+-!&|ANDOR “”\u0000\uD83D";
        for (var i = 0; i < 5_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(30)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            Assert.NotNull(ArticleQueryParser.Parse(text, QueryMode.Lenient).Match);
        }
    }

    [Fact]
    public void A_pattern_that_needs_too_many_states_is_refused_before_anything_is_searched()
    {
        var refusal = Assert.Throws<QueryException>(() => ArticleQueryParser.Parse("drones /(a|b)*a(a|b){20}/", QueryMode.Strict));
        Assert.Contains("states", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(7, refusal.Start);
    }

    [Fact]
    public void A_query_of_enormous_length_is_refused()
    {
        string text = new('a', 10_000);
        Assert.Throws<QueryException>(() => ArticleQueryParser.Parse(text, QueryMode.Lenient));
    }
}
