using System.Text;
using System.Text.RegularExpressions;
using Search.Engine.Automata;

namespace Search.Engine.Tests.Automata;

public sealed class WildcardPatternTests
{
    [Theory]
    [InlineData("a*", "a", true)]
    [InlineData("a*", "abc", true)]
    [InlineData("a?", "a", false)]
    [InlineData("?", "\u00e9", true)]
    [InlineData("?", "\U0001F600", true)]
    [InlineData("??", "\U0001F600", false)]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("a\\*b", "a*b", true)]
    [InlineData("a\\*b", "axb", false)]
    [InlineData("a\\", "a\\", true)]
    [InlineData("*ab*ab", "abxab", true)]
    [InlineData("*ab*ab", "ab", false)]
    public void A_term_fits_as_a_whole(string pattern, string term, bool fits) =>
        Assert.Equal(fits, Fits(pattern, term));

    [Theory]
    [InlineData(1)]
    public void Random_patterns_fit_what_the_regular_expression_fits(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 3000; i++)
        {
            string pattern = Text("ab?*", random.Next(7));
            string term = Text("ab\u00e9", random.Next(7));
            string expression = "^" + pattern.Replace("?", ".", StringComparison.Ordinal).Replace("*", ".*", StringComparison.Ordinal) + "$";
            bool expected = Regex.IsMatch(term, expression, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            Assert.True(expected == Fits(pattern, term), $"{pattern} {term}");
        }

        string Text(string letters, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => letters[random.Next(letters.Length)]));
    }

    [Fact]
    public void A_pattern_with_many_stars_takes_no_exponential_time() =>
        Assert.False(Fits(string.Concat(Enumerable.Repeat("*a", 50)) + "*b", new string('a', 2000)));

    [Fact]
    public void A_star_with_many_question_marks_behind_it_is_refused() =>
        Assert.Throws<TooComplexQueryException>(() => WildcardPattern.Compile("*a" + new string('?', 30)));

    private static bool Fits(string pattern, string term) => CompiledAutomaton.Of(WildcardPattern.Compile(pattern)).Matches(Encoding.UTF8.GetBytes(term));
}
