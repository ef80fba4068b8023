using System.Runtime.Intrinsics;
using Search.Engine.Analysis;

namespace Search.Engine.Tests.Analysis;

public sealed class AsciiLettersTests
{
    [Fact]
    public void Sixteen_at_a_time_count_what_one_at_a_time_counts()
    {
        foreach (char[] text in Texts(seed: 5))
        {
            int expected = AsciiLetters.CountAtStartScalar(text);
            Assert.Equal(expected, AsciiLetters.CountAtStartVector256(text));
            Assert.Equal(expected, AsciiLetters.CountAtStart(text));
        }
    }

    [Fact]
    public void Eight_at_a_time_become_small_as_one_at_a_time_do()
    {
        foreach (char[] text in Texts(seed: 6))
        {
            char[] expected = [.. text];
            int count = AsciiLetters.ToLowerScalar(expected);
            char[] vector = [.. text];
            Assert.Equal(count, AsciiLetters.ToLowerVector128(vector));
            Assert.Equal(expected, vector);
            Assert.Equal(count, AsciiLetters.ToLower(text));
            Assert.Equal(expected, text);
        }
    }

    [Fact]
    public void Every_code_unit_alone_is_a_letter_or_not()
    {
        Assert.True(Vector256<ushort>.Count == 16);
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            char[] text = [.. Enumerable.Repeat('b', 20)];
            text[3] = (char)unit;
            bool isLetter = char.IsAsciiLetter((char)unit);
            Assert.Equal(isLetter ? 20 : 3, AsciiLetters.CountAtStart(text));
        }
    }

    // Mostly letters, so that runs of any length come.
    private static IEnumerable<char[]> Texts(int seed)
    {
        const string Others = " 09.'_-@[`{\u007f\u0080\u00c0\u0130\u212a\ud83d\ude00\uffff";
        var random = new Random(seed);
        for (var i = 0; i < 3000; i++)
        {
            double share = random.NextDouble() * 0.2;
            char[] text = new char[random.Next(80)];
            for (var k = 0; k < text.Length; k++)
            {
                text[k] = random.NextDouble() < share
                    ? Others[random.Next(Others.Length)]
                    : (char)((random.Next(2) == 0 ? 'A' : 'a') + random.Next(26));
            }
            yield return text;
        }
    }
}
