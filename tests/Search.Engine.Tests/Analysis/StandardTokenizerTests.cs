using System.Globalization;
using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.Tests.Infrastructure;
using Search.TableGenerator;

namespace Search.Engine.Tests.Analysis;

public sealed class StandardTokenizerTests
{
    [Fact]
    public void Random_mixes_of_all_classes_are_cut_as_Lucene_cuts_them() => GoldenRows.Check(
        "analysis-fuzz.json", "tokens", row => Golden.Text(row[0]), row =>
        {
            List<TokenText.Spelled> tokens = TokenText.All(Open(Golden.Text(row[0])));
            string expected = string.Join(' ', row[1].EnumerateArray().Select(token => $"{token[0]}-{token[1]}-{token[2]}"));
            Assert.Equal(expected, string.Join(' ', tokens.SkipLast(1).Select(token => $"{token.Start}-{token.End}-{Short(token.Type)}")));
        });

    [Fact]
    public void A_token_longer_than_the_limit_comes_out_in_pieces() => GoldenRows.Check(
        "analysis-maxlen.json", "tokens",
        row => $"{row.GetProperty("maxTokenLength")}: {Golden.Text(row.GetProperty("text"))}",
        row =>
        {
            string text = Golden.Text(row.GetProperty("text"));
            List<TokenText.Spelled> tokens = TokenText.All(Open(text, row.GetProperty("maxTokenLength").GetInt32()));
            Assert.Equal(
                TokenText.Expected(row.GetProperty("tokens")),
                tokens.ConvertAll(token => token.Text.Length > 12 ? token with { Text = $"#{token.Text.Length}" } : token));
        });

    [Fact]
    public void The_class_of_every_code_point_is_the_one_found_by_probing_Lucene()
    {
        var expected = new WordBreakClass[UnicodeFiles.CodePoints];
        foreach (JsonElement row in Golden.Rows("uax29-classes.json"))
        {
            int first = int.Parse(row[0].GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            int last = int.Parse(row[1].GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            Array.Fill(expected, Enum.Parse<WordBreakClass>(row[2].GetString()!), first, last - first + 1);
        }
        for (var codePoint = 0; codePoint < expected.Length; codePoint++)
        {
            if (StandardTokenizer.ClassOf(codePoint) != (int)expected[codePoint])
                Assert.Fail($"U+{codePoint:X4}: {(WordBreakClass)StandardTokenizer.ClassOf(codePoint)}, not {expected[codePoint]}");
        }
    }

    [Fact]
    public void Starting_behind_the_letters_finds_the_token_that_starting_before_them_finds()
    {
        const string Units = "abcXYZ 09.,:;'_-\u2019\u0301\u200d\u00e9\u3042\u6f22\uac00\u05d0\"";
        var random = new Random(8);
        for (var i = 0; i < 20_000; i++)
        {
            char[] window = new char[random.Next(1, 40)];
            for (var k = 0; k < window.Length; k++)
                window[k] = random.Next(4) == 0 ? Units[random.Next(Units.Length)] : (char)('a' + random.Next(26));
            int expected = StandardTokenizer.LongestToken(window, letters: 0, out TokenType expectedType);
            int letters = AsciiLetters.CountAtStart(window);
            for (var known = 0; known <= letters; known++)
            {
                Assert.Equal(expected, StandardTokenizer.LongestToken(window, known, out TokenType type));
                Assert.Equal(expectedType, type);
            }
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_passed_over()
    {
        // Attributes cannot hold such texts.
        (string Text, string Tokens)[] cases =
            [("\ud83d", ""), ("a \ud83d", "a"), ("a\udc00b", "a|b"), ("\ud800\ud801\udc00 x", "\ud801\udc00|x"), ("a\ud801", "a")];
        Assert.All(cases, example =>
            Assert.Equal(example.Tokens, string.Join('|', TokenText.All(Open(example.Text)).SkipLast(1).Select(token => token.Text))));
    }

    [Fact]
    public void No_memory_is_allocated_from_token_to_token()
    {
        var analyzer = new EnglishAnalyzer();
        string text = string.Concat(Enumerable.Repeat("The runner's Café in Zürich was RUNNING late, 3.14 times! ", 50));
        Count(analyzer, text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int tokens = Count(analyzer, text);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(350, tokens);
    }

    // The two letters of analysis-fuzz.json.
    private static string Short(string type) => type == "<SOUTHEAST_ASIAN>" ? "SE" : type[1..3];

    private static int Count(Analyzer analyzer, string text)
    {
        TokenStream stream = analyzer.Open("f", text);
        var count = 0;
        while (stream.Next())
            count++;
        return count;
    }

    private static StandardTokenizer Open(string text, int maxTokenLength = StandardTokenizer.DefaultMaxTokenLength)
    {
        var tokenizer = new StandardTokenizer(maxTokenLength);
        tokenizer.SetInput(text.AsMemory());
        return tokenizer;
    }
}
