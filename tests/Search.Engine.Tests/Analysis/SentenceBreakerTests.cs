using Search.Engine.Analysis;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Analysis;

public sealed class SentenceBreakerTests
{
    [Fact]
    public void Boundaries_are_those_of_the_Java_library() => GoldenRows.Check(
        "sentences.json", "boundaries", row => Golden.Text(row.GetProperty("text")), row =>
        {
            int[] expected = [.. row.GetProperty("boundaries").EnumerateArray().Select(boundary => boundary.GetInt32())];
            Assert.Equal(expected, SentenceBreaker.Boundaries(Golden.Text(row.GetProperty("text"))));
        });

    [Theory]
    [InlineData("A U.S.-led force. Then", 18)]
    [InlineData("Version 2.\u00a0beta is out. Then", 24)]
    [InlineData("a.  b", 4)]
    [InlineData("a.\"(b", 3)]
    [InlineData("a. (5", 5)]
    [InlineData("a.) b", 5)]
    public void The_first_sentence_ends(string text, int boundary) => Assert.Equal(boundary, SentenceBreaker.Next(text, 0));

    [Fact]
    public void Any_text_is_cut_into_pieces_that_cover_it_seed_3()
    {
        const string Alphabet = "ab. .?!\"'()\n\u2029\u0964\u0301,5-\ud83d\ude00";
        var random = new Random(3);
        for (var round = 0; round < 5_000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            IReadOnlyList<int> boundaries = SentenceBreaker.Boundaries(text);
            Assert.Equal([0, text.Length], [boundaries[0], boundaries[^1]]);
            Assert.All(boundaries.Zip(boundaries.Skip(1)), pair => Assert.True(pair.First < pair.Second, text));
        }
    }
}
