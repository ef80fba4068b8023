using System.Text;
using Search.Engine.Automata;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;
using Search.Engine.Tests.Automata;
using Search.Engine.Tests.Codecs.Lucene84;

namespace Search.Engine.Tests.Codecs.BlockTree;

/// <summary>Walks with an automaton against looking at every term.</summary>
public sealed class BlockTreeIntersectionTests
{
    private static readonly Comparer<byte[]> ByBytes = Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 40)]
    [InlineData(3, 3000)]
    [InlineData(4, 30_000)]
    public void Patterns_find_what_looking_at_every_term_finds(int seed, int count)
    {
        var random = new RandomPatterns(seed);
        byte[][] words = Sorted(Enumerable.Range(0, count).Select(_ => random.Text(9)));
        using WrittenPostings written = TermsEnumTests.Model(words).Write();
        using Lucene84FieldsReader reader = written.Open();
        Terms terms = reader.Terms("f")!;
        for (var i = 0; i < 150; i++)
        {
            string word = random.Text(7);
            AssertSame(terms, words, CompiledAutomaton.Of(WildcardPattern.Compile(random.Wildcard(6))));
            AssertSame(terms, words, CompiledAutomaton.Of(LevenshteinAutomaton.Build(word, 1 + i % 2, i % 3 > 0, i % 4).Automaton));
            AssertSame(terms, words, CompiledAutomaton.OfPrefix(Encoding.UTF8.GetBytes(random.Text(3))));
            AssertSame(terms, words, CompiledAutomaton.OfRange(Encoding.UTF8.GetBytes(word), Encoding.UTF8.GetBytes(random.Text(7)), i % 2 == 0, i % 3 == 0));
            try
            {
                AssertSame(terms, words, CompiledAutomaton.Of(RegularExpression.Compile(random.Expression(8))));
            }
            catch (RegularExpressionException)
            {
                // Not every random text is an expression.
            }
        }
    }

    [Fact]
    public void Floor_groups_are_entered_where_the_pattern_leads()
    {
        byte[][] words = Sorted(Enumerable.Range(0, 40_000).Select(i => $"s0-{i * 7919 % 1_000_003:x}-{i % 26}"));
        using WrittenPostings written = TermsEnumTests.Model(words).Write();
        using Lucene84FieldsReader reader = written.Open();
        Terms terms = reader.Terms("f")!;
        foreach (string pattern in (string[])["s0-*", "s0-f*", "s0-?a*", "*-7", "s?-[1", "s0-1*-25", "*a*b*c*", "s0-??-?", "t*", "s0-", "?0-d*", "*"])
            AssertSame(terms, words, CompiledAutomaton.Of(WildcardPattern.Compile(pattern)));
    }

    [Fact]
    public void A_walk_allocates_nothing_for_a_term()
    {
        byte[][] words = Sorted(Enumerable.Range(0, 20_000).Select(i => $"{i * 7919 % 1_000_003:x}"));
        using WrittenPostings written = TermsEnumTests.Model(words).Write();
        using Lucene84FieldsReader reader = written.Open();
        Terms terms = reader.Terms("f")!;
        CompiledAutomaton set = CompiledAutomaton.Of(WildcardPattern.Compile("*a*"));
        AllocatedBy(terms, set);

        (long bytes, int found) = AllocatedBy(terms, set);
        Assert.InRange(found, 5000, words.Length);
        Assert.InRange(bytes, 0, 8192); // the walk itself, and a frame with its entries for each level
    }

    private static (long Bytes, int Found) AllocatedBy(Terms terms, CompiledAutomaton set)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        MatchingTerms walk = terms.Intersect(set);
        var found = 0;
        while (walk.Next())
            found += walk.State.DocFreq;
        return (GC.GetAllocatedBytesForCurrentThread() - before, found);
    }

    // Each word's document is its place in the list.
    private static void AssertSame(Terms terms, byte[][] words, CompiledAutomaton set)
    {
        List<int> expected = [.. Enumerable.Range(0, words.Length).Where(i => set.Matches(words[i]))];
        var found = new List<int>();
        for (MatchingTerms walk = terms.Intersect(set); walk.Next();)
        {
            int index = terms.Postings(walk.State, PostingsDetail.Docs).NextDoc();
            Assert.Equal(words[index], walk.Term);
            Assert.Equal(set.Automaton.Step(0, words[index]), walk.AutomatonState);
            found.Add(index);
        }
        Assert.Equal(expected, found);
    }

    private static byte[][] Sorted(IEnumerable<string> words) =>
        [.. words.Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes).Order(ByBytes)];
}
