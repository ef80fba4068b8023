using System.Text;
using Search.Engine.Automata;

namespace Search.Engine.Tests.Automata;

public sealed class Utf8AutomatonTests
{
    // The first and last of each length, and of each range that a lead byte has to itself.
    private static readonly int[] Edges =
    [
        0, 1, 0x40, 0x7E, 0x7F, 0x80, 0x81, 0xBF, 0xC0, 0x7FE, 0x7FF, 0x800, 0x801, 0xFFF, 0x1000, 0x1FFF, 0xCFFF, 0xD7FF, 0xE000, 0xFFFD,
        0xFFFF, 0x10000, 0x10001, 0x3FFFF, 0x40000, 0xFFFFF, 0x100000, 0x10FFFE, 0x10FFFF,
    ];

    [Fact]
    public void Ranges_with_ends_at_every_edge_take_the_characters_inside()
    {
        foreach (int min in Edges)
        {
            foreach (int max in Edges.Where(max => max >= min))
            {
                var builder = new AutomatonBuilder();
                int start = builder.AddState();
                builder.AddTransition(start, min, max, builder.AddState(accept: true));
                var bytes = new ByteRunAutomaton(Utf8Automaton.Of(builder.Build()));
                foreach (int codePoint in Edges.Append(min - 1).Append(max + 1).Where(Rune.IsValid))
                {
                    bool taken = bytes.Matches(Encoding.UTF8.GetBytes(new Rune(codePoint).ToString()));
                    Assert.True(taken == (min <= codePoint && codePoint <= max), $"{codePoint:x} in {min:x}-{max:x}");
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    public void Any_set_of_ranges_takes_the_same_characters_over_bytes(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 300; i++)
        {
            int[] cuts = [.. Enumerable.Range(0, 8).Select(_ => CodePoint(random)).Distinct().Order()];
            var builder = new AutomatonBuilder();
            int[] states = [builder.AddState(), builder.AddState(accept: true), builder.AddState()];
            for (var j = 0; j + 1 < cuts.Length; j++)
                builder.AddTransition(0, cuts[j], cuts[j + 1] - 1, states[1 + j % 2]);
            Automaton automaton = builder.Build();
            var bytes = new ByteRunAutomaton(Utf8Automaton.Of(automaton));
            for (var j = 0; j < 100; j++)
            {
                string text = new Rune(random.Next(2) == 0 ? Near(cuts, random) : CodePoint(random)).ToString();
                Assert.Equal((text, automaton.Matches(text)), (text, bytes.Matches(Encoding.UTF8.GetBytes(text))));
            }
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_fit_only_where_everything_does()
    {
        byte[] broken = [(byte)'a', 0xFF, 0xC0];
        Assert.True(CompiledAutomaton.Of(WildcardPattern.Compile("a*")).Matches(broken));
        Assert.False(CompiledAutomaton.Of(WildcardPattern.Compile("a??")).Matches(broken));
        Assert.False(CompiledAutomaton.Of(WildcardPattern.Compile("a?")).Matches([(byte)'a', 0xE0, 0x80, 0x80]));
    }

    private static int CodePoint(Random random)
    {
        int codePoint = random.Next(4) switch { 0 => random.Next(0x100), 1 => random.Next(0x1000), 2 => random.Next(0x10000), _ => random.Next(0x110000) };
        return Rune.IsValid(codePoint) ? codePoint : 0xE000;
    }

    private static int Near(int[] cuts, Random random)
    {
        int codePoint = cuts[random.Next(cuts.Length)] + random.Next(-1, 2);
        return Rune.IsValid(codePoint) ? codePoint : 0xE000;
    }
}
