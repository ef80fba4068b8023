using System.Text;
using Search.Engine.Automata;

namespace Search.Engine.Tests.Automata;

public sealed class LevenshteinAutomatonTests
{
    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, true)]
    [InlineData(3, 2, false)]
    [InlineData(4, 2, true)]
    [InlineData(5, 0, true)]
    public void Random_words_are_taken_by_their_distance(int seed, int maxEdits, bool transpositions)
    {
        var random = new RandomPatterns(seed);
        for (var i = 0; i < 400; i++)
        {
            string word = random.Text(9);
            (Automaton automaton, sbyte[] distances) = LevenshteinAutomaton.Build(word, maxEdits, transpositions);
            for (var j = 0; j < 30; j++)
            {
                string other = j % 3 == 0 ? random.Text(9) : random.Mistyped(word, j % 5);
                int distance = PlainMatching.Distance(word, other, transpositions);
                Assert.Equal((word, other, distance <= maxEdits ? distance : -1), (word, other, DistanceOf(automaton, distances, other)));
                AssertBytesAgree(automaton, distances, other);
            }
        }
    }

    [Theory]
    [InlineData(6)]
    public void A_prefix_must_agree_and_the_rest_may_differ(int seed)
    {
        var random = new RandomPatterns(seed);
        for (var i = 0; i < 300; i++)
        {
            string word = random.Text(7);
            string[] letters = [.. word.EnumerateRunes().Select(rune => rune.ToString())];
            int prefixLength = i % 4;
            string prefix = string.Concat(letters.Take(prefixLength));
            (Automaton automaton, sbyte[] distances) = LevenshteinAutomaton.Build(word, 2, transpositions: true, prefixLength);
            for (var j = 0; j < 20; j++)
            {
                string other = random.Mistyped(word, j % 4);
                int expected = !other.StartsWith(prefix, StringComparison.Ordinal)
                    ? -1
                    : PlainMatching.Distance(word[prefix.Length..], other[prefix.Length..], transpositions: true);
                Assert.Equal((word, other, expected > 2 ? -1 : expected), (word, other, DistanceOf(automaton, distances, other)));
            }
        }
    }

    [Fact]
    public void Every_short_word_is_taken_by_its_distance()
    {
        string[] words = [.. Words("ab", 6)];
        foreach (string word in words.Where(word => word.Length <= 4))
        {
            foreach (bool transpositions in new[] { false, true })
            {
                (Automaton automaton, sbyte[] distances) = LevenshteinAutomaton.Build(word, 2, transpositions);
                foreach (string other in words)
                {
                    int distance = PlainMatching.Distance(word, other, transpositions);
                    Assert.True((distance <= 2 ? distance : -1) == DistanceOf(automaton, distances, other), $"{word} {other} {transpositions}");
                }
            }
        }
    }

    [Fact]
    public void An_automaton_grows_with_its_word_and_no_faster()
    {
        (Automaton once, _) = LevenshteinAutomaton.Build(new string('a', 200), 2);
        (Automaton twice, _) = LevenshteinAutomaton.Build(new string('a', 400), 2);
        Assert.InRange(twice.StateCount, once.StateCount, 2.1 * once.StateCount);
    }

    private static IEnumerable<string> Words(string letters, int maxLength)
    {
        IEnumerable<string> words = [""];
        for (var length = 0; length <= maxLength; length++)
        {
            foreach (string word in words)
                yield return word;
            words = [.. words.SelectMany(word => letters.Select(letter => word + letter))];
        }
    }

    private static int DistanceOf(Automaton automaton, sbyte[] distances, string text)
    {
        var state = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            state = automaton.Step(state, rune.Value);
            if (state == Automaton.Dead)
                return -1;
        }
        Assert.Equal(automaton.IsAccept(state), distances[state] >= 0);
        return distances[state];
    }

    // States keep their numbers in the form over bytes: the distance is found there too.
    private static void AssertBytesAgree(Automaton automaton, sbyte[] distances, string text)
    {
        var bytes = new ByteRunAutomaton(Utf8Automaton.Of(automaton));
        int state = bytes.Step(0, Encoding.UTF8.GetBytes(text));
        bool accepted = state != Automaton.Dead && bytes.IsAccept(state);
        Assert.Equal(DistanceOf(automaton, distances, text), accepted ? distances[state] : -1);
    }
}
