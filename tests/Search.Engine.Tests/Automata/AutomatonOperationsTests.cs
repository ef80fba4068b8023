using Search.Engine.Automata;

namespace Search.Engine.Tests.Automata;

public sealed class AutomatonOperationsTests
{
    [Theory]
    [InlineData(1)]
    public void Sets_made_of_others_have_the_strings_that_their_definition_says(int seed)
    {
        var random = new RandomPatterns(seed);
        for (var i = 0; i < 300; i++)
        {
            Automaton one = WildcardPattern.Compile(random.Wildcard(4));
            Automaton other = WildcardPattern.Compile(random.Wildcard(4));
            Automaton union = AutomatonOperations.Union(one, other);
            Automaton common = AutomatonOperations.Intersect(one, other);
            Automaton rest = AutomatonOperations.Complement(one);
            Automaton chain = AutomatonOperations.Concatenate(one, other);
            Automaton twice = AutomatonOperations.Repeat(one, 2, 2);
            for (var j = 0; j < 30; j++)
            {
                string text = random.Text(5);
                Assert.Equal(one.Matches(text) || other.Matches(text), union.Matches(text));
                Assert.Equal(one.Matches(text) && other.Matches(text), common.Matches(text));
                Assert.Equal(!one.Matches(text), rest.Matches(text));
                Assert.Equal(Splits(text).Any(parts => one.Matches(parts.Start) && other.Matches(parts.End)), chain.Matches(text));
                Assert.Equal(Splits(text).Any(parts => one.Matches(parts.Start) && one.Matches(parts.End)), twice.Matches(text));
            }
        }
    }

    [Fact]
    public void Trimming_leaves_no_state_that_cannot_accept()
    {
        Automaton nothing = AutomatonOperations.Intersect(WildcardPattern.Compile("a*"), WildcardPattern.Compile("b*"));
        Assert.Equal((1, 0, false), (nothing.StateCount, nothing.TransitionCount, nothing.IsAccept(0)));
    }

    [Fact]
    public void A_product_with_too_many_states_is_refused() =>
        Assert.Throws<TooComplexQueryException>(() => AutomatonOperations.Intersect(WildcardPattern.Compile("*aaaa*"), WildcardPattern.Compile("*bbbb*"), maxStates: 20));

    // Between code points only.
    private static IEnumerable<(string Start, string End)> Splits(string text) =>
        from at in Enumerable.Range(0, text.Length + 1)
        where at == text.Length || !char.IsLowSurrogate(text[at])
        select (text[..at], text[at..]);
}
