using System.Text;
using Search.Articles.Querying;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Querying;

/// <summary>Broken texts: whatever is typed has a meaning in lenient mode, a printed form, and in strict mode a reason with its place.</summary>
public sealed class QueryTextFuzzTests
{
    private static readonly string[] Pieces =
    [
        "putin", "Kim's", "well-known", "U.S.", "or", "and", " ", " ", " ", " ", "\"", "\"", "“", "”", "‘", "’", "'", "(", ")", "(", ")", "[", "]", "{", "}", "^2", "^", "~", "~1", "~3", "~x",
        "*", "?", "joh*", "w?n*", "-", "+", "!", "=", "=Kim", "AND", "OR", "NOT", "&&", "||", "&", "|", ":", "\\", "\\*", "\\\"", "/", "/a|b/", "/(/",
        " near/5 ", " pre/3 ", " near/0 ", " near/x ", " w/5 ", " NEAR ", " near5 ", " adj3 ", " /s ", " /p ", " w/s ", " AROUND(3) ", "s:", "p:", "a:", "s:(", "a:(", "p:(",
        "atleast3(", "atleast(", "atleast0(", "headline:", "lead:", "name:", "outlet:", "site:", "published:", "intitle:", "foo:", "before:", "after:", "2023-09", "last-7d", "[a TO b]", "[2023 TO *]", "{2022-01 TO 2023}",
        "https://example.com/a?b=c", "12:30", "日本語", "naïve", "\u0000", "\uD83D", "\uE000", "…", "—", "\t", "…?", ".", ",",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_text_is_understood_or_refused_with_a_place_and_a_repair_that_is_understood(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 3_000; i++)
        {
            string text = Text(random);
            ParsedQuery lenient = Parsed(text, QueryMode.Lenient);
            ParsedQuery again = Parsed(lenient.Info.Understood, QueryMode.Strict);
            Assert.True(lenient.Match.Equals(again.Match), $"<{text}> is understood as <{lenient.Info.Understood}>: {lenient.Match}; that again as <{again.Info.Understood}>: {again.Match}");
            Assert.Equal(lenient.Info.Understood, again.Info.Understood);
            CheckStrict(text);
        }
    }

    private static void CheckStrict(string text)
    {
        try
        {
            ArticleQueryParser.Parse(text, QueryMode.Strict);
        }
        catch (QueryException refusal)
        {
            Assert.InRange(refusal.Start, 0, text.Length);
            Assert.InRange(refusal.Start + refusal.Length, refusal.Start, text.Length);
            Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
            Assert.NotNull(refusal.Repaired);
            Parsed(refusal.Repaired, QueryMode.Strict);
        }
    }

    private static ParsedQuery Parsed(string text, QueryMode mode)
    {
        try
        {
            return ArticleQueryParser.Parse(text, mode);
        }
        catch (QueryException refusal)
        {
            Assert.Fail($"<{text}> is refused in {mode} mode: {refusal.Message} at {refusal.Start}, {refusal.Length}; repaired <{refusal.Repaired}>");
            throw;
        }
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (int left = random.Next(1, 14); left > 0; left--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
            if (random.Next(3) == 0)
                text.Append(' ');
        }
        return text.ToString();
    }
}
