using System.Text;
using Search.Engine.Automata;

namespace Search.Engine.Tests.Automata;

public sealed class CompiledAutomatonTests
{
    [Theory]
    [InlineData("#", nameof(AutomatonKind.Nothing), "")]
    [InlineData("a&b", nameof(AutomatonKind.Nothing), "")]
    [InlineData("@", nameof(AutomatonKind.Everything), "")]
    [InlineData(".*|a", nameof(AutomatonKind.Everything), "")]
    [InlineData("", nameof(AutomatonKind.Single), "")]
    [InlineData("a\U0001F600b", nameof(AutomatonKind.Single), "a\U0001F600b")]
    [InlineData("a{3}", nameof(AutomatonKind.Single), "aaa")]
    [InlineData("ab@", nameof(AutomatonKind.Prefix), "ab")]
    [InlineData("ab(.|c)*", nameof(AutomatonKind.Prefix), "ab")]
    [InlineData("a|ab", nameof(AutomatonKind.Pattern), "a")]
    [InlineData("a[bc]", nameof(AutomatonKind.Pattern), "a")]
    [InlineData("a.+", nameof(AutomatonKind.Pattern), "a")]
    [InlineData("a*", nameof(AutomatonKind.Pattern), "")]
    public void Special_cases_are_seen(string expression, string kind, string start)
    {
        CompiledAutomaton compiled = CompiledAutomaton.Of(RegularExpression.Compile(expression));
        Assert.Equal((kind, start), (compiled.Kind.ToString(), Encoding.UTF8.GetString(compiled.Start)));
    }

    [Theory]
    [InlineData(1)]
    public void Ranges_and_prefixes_of_bytes_have_what_comparing_finds(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 2000; i++)
        {
            byte[]? low = random.Next(5) == 0 ? null : Bytes(random);
            byte[]? high = random.Next(5) == 0 ? null : Bytes(random);
            (bool includeLow, bool includeHigh) = (random.Next(2) == 0, random.Next(2) == 0);
            CompiledAutomaton range = CompiledAutomaton.OfRange(low, high, includeLow, includeHigh);
            CompiledAutomaton prefix = CompiledAutomaton.OfPrefix(low);
            for (var j = 0; j < 20; j++)
            {
                byte[] text = Bytes(random);
                int above = low is null ? 1 : text.AsSpan().SequenceCompareTo(low);
                int below = high is null ? -1 : text.AsSpan().SequenceCompareTo(high);
                bool expected = (above > 0 || (above == 0 && includeLow)) && (below < 0 || (below == 0 && includeHigh));
                Assert.Equal(expected, range.Matches(text));
                Assert.Equal(expected, range.Automaton.Matches(text));
                Assert.Equal(text.AsSpan().StartsWith(low), prefix.Matches(text));
                Assert.Equal(text.AsSpan().StartsWith(low), prefix.Automaton.Matches(text));
            }
        }
    }

    [Theory]
    [InlineData(2)]
    public void The_automaton_behind_a_special_case_has_the_same_strings(int seed)
    {
        var random = new RandomPatterns(seed);
        for (var i = 0; i < 1000; i++)
        {
            CompiledAutomaton compiled = CompiledAutomaton.Of(WildcardPattern.Compile(random.Wildcard(3)));
            for (var j = 0; j < 10; j++)
            {
                byte[] text = Encoding.UTF8.GetBytes(random.Text(4));
                Assert.Equal(compiled.Matches(text), compiled.Automaton.Matches(text));
            }
        }
    }

    private static byte[] Bytes(Random random) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => (byte)(random.Next(3) switch { 0 => 0, 1 => 255, _ => 7 }))];

    [Theory]
    [InlineData("br*r", "r")]
    [InlineData("*x?[", "[")]
    [InlineData("*é", "\u00A9")]
    [InlineData("pre", "e")]
    public void Only_the_last_byte_of_a_string_of_the_set_can_end_one(string pattern, string last)
    {
        ByteRunAutomaton automaton = CompiledAutomaton.Of(WildcardPattern.Compile(pattern)).Automaton;
        Assert.All(Enumerable.Range(0, 256), label => Assert.Equal(label == last[0], automaton.CanEnd((byte)label)));
    }

    [Fact]
    public void Every_byte_can_end_what_only_starts_in_a_certain_way() =>
        Assert.All(Enumerable.Range(0, 256), label => Assert.True(CompiledAutomaton.OfPrefix("ab"u8).Automaton.CanEnd((byte)label)));
}
