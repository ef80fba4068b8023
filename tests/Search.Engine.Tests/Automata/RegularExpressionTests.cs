using System.Text;
using Search.Engine.Automata;

namespace Search.Engine.Tests.Automata;

public sealed class RegularExpressionTests
{
    // As Lucene 8.8 answers; what stands behind the arrow fits, what stands behind the slash does not.
    [Theory]
    [InlineData("a{2,}", "aa aaa", "a")]
    [InlineData("a{2}{3}", "aaaaaa", "aa")]
    [InlineData("*a", "*a", "a")]
    [InlineData("|a", "|a", "a")]
    [InlineData("a||b", "a |b", "b")]
    [InlineData("a&&b", "", "a &b b")]
    [InlineData("[a-c-e]", "a b - e", "d")]
    [InlineData("[-a]", "- a", "b")]
    [InlineData("[]a]", "] a", "[")]
    [InlineData("[a\\]]", "a ]", "\\")]
    [InlineData("[--a]", "- a .", "b")]
    [InlineData("\\d\\w\\s", "dws", "1a")]
    [InlineData("\\\\", "\\", "a")]
    [InlineData("\"a.b\"c", "a.bc", "axbc")]
    [InlineData("<1-10>", "1 01 001 10 00010", "11 0 1a")]
    [InlineData("<01-10>", "01 10", "1 001")]
    [InlineData("<10-1>", "5 05 10", "11")]
    [InlineData("<5-5>", "5", "05")]
    [InlineData("<0-100>", "0 100 007 0000 99", "101")]
    [InlineData("<0-2147483647>", "0 2147483647 00002147483647", "2147483648")]
    [InlineData("{2}", "{2}", "2")]
    [InlineData("a}", "a}", "a")]
    [InlineData(")", ")", "a")]
    [InlineData("~~a", "a", "b")]
    [InlineData("a~b", "a ac acc", "ab")]
    [InlineData("a@&@b", "ab axb", "a b")]
    [InlineData("a|b&b", "a b", "c")]
    [InlineData("a#|b", "b", "a")]
    [InlineData("^a$", "^a$", "a")]
    [InlineData("(a|b)+?", "a abba", "c")]
    [InlineData("a.b", "axb a\U0001F600b", "ab")]
    [InlineData("[\u00E9-\U0001F600]", "\u4E2D \U0001F600", "a \U0001F601")]
    public void Expressions_mean_what_they_mean_to_Lucene(string expression, string fits, string others)
    {
        Assert.All(fits.Split(' ', StringSplitOptions.RemoveEmptyEntries), text => Assert.True(Fits(expression, text), text));
        Assert.All(others.Split(' ', StringSplitOptions.RemoveEmptyEntries), text => Assert.False(Fits(expression, text), text));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("()", true)]
    [InlineData("a{0}", true)]
    [InlineData("@", true)]
    [InlineData("~a", true)]
    [InlineData("#?", true)]
    [InlineData("#{0,3}", true)]
    [InlineData("#", false)]
    [InlineData("#*", false)] // nothing without end is nothing
    [InlineData("(a&b)*", false)]
    [InlineData("(#*)?", true)]
    [InlineData("a{2,1}", false)]
    [InlineData("(a{2,1})*", false)]
    public void The_empty_string_fits_where_it_does_in_Lucene(string expression, bool fits) => Assert.Equal(fits, Fits(expression, ""));

    [Theory]
    [InlineData("a|", 2)]
    [InlineData("(a|)", 4)]
    [InlineData("(a", 2)]
    [InlineData("a)", 1)]
    [InlineData("a{,2}", 2)]
    [InlineData("a{2", 3)]
    [InlineData("a{x}", 2)]
    [InlineData("a{99999999999}", 2)]
    [InlineData("[a-]", 1)]
    [InlineData("[z-a]", 1)]
    [InlineData("[]", 2)]
    [InlineData("[^]", 3)]
    [InlineData("\U0001F600[", 3)]
    [InlineData("a\\", 2)]
    [InlineData("\"ab", 3)]
    [InlineData("<a>", 0)]
    [InlineData("<1-a>", 0)]
    [InlineData("<-1>", 0)]
    [InlineData("<1-2-3>", 0)]
    [InlineData("a<1", 3)]
    [InlineData("~", 1)]
    public void What_is_broken_is_refused_with_its_place(string expression, int position) =>
        Assert.Equal(position, Assert.Throws<RegularExpressionException>(() => RegularExpression.Compile(expression)).Position);

    [Theory]
    [InlineData(1)]
    public void Random_expressions_fit_what_trying_everything_fits(int seed)
    {
        var random = new RandomPatterns(seed);
        var compared = 0;
        for (var i = 0; i < 4000; i++)
        {
            string text = random.Expression(8);
            if (!TryParse(text, out Expression? expression) || PlainMatching.RepeatsNothing(expression!))
                continue;
            Automaton automaton = RegularExpression.Compile(text);
            CompiledAutomaton compiled = CompiledAutomaton.Of(automaton);
            for (var j = 0; j < 20; j++)
            {
                string candidate = random.Text(5);
                bool expected = PlainMatching.Fits(expression!, candidate);
                Assert.True(expected == automaton.Matches(candidate), $"{text} {candidate}");
                Assert.True(expected == compiled.Matches(Encoding.UTF8.GetBytes(candidate)), $"{text} {candidate} in bytes");
            }
            compared++;
        }
        Assert.InRange(compared, 1500, 4000);
    }

    [Theory]
    [InlineData("(a|b)*a(a|b){20}")]
    [InlineData("((a{1000}){1000}){1000}")]
    [InlineData("(){2000000000}")]
    [InlineData("~((a|b)*a(a|b){20})")]
    [InlineData("~(@a.{20})")]
    public void What_needs_too_many_states_is_refused(string expression) =>
        Assert.Throws<TooComplexQueryException>(() => RegularExpression.Compile(expression));

    [Theory]
    [InlineData('(', "a")]
    [InlineData('?', "")]
    [InlineData('+', "")]
    [InlineData('~', "a")]
    public void Depth_ends_in_an_answer_not_in_the_stack(char repeated, string end)
    {
        string deep = repeated is '?' or '+' ? "a" + new string(repeated, 100_000) : new string(repeated, 100_000) + end;
        Exception? outcome = Record.Exception(() => RegularExpression.Compile(deep));
        Assert.True(outcome is null or RegularExpressionException, outcome?.ToString());
    }

    private static bool TryParse(string text, out Expression? expression)
    {
        try
        {
            expression = RegularExpressionParser.Parse(text);
            return true;
        }
        catch (RegularExpressionException)
        {
            expression = null;
            return false;
        }
    }

    private static bool Fits(string expression, string text) => RegularExpression.Compile(expression).Matches(text);
}
