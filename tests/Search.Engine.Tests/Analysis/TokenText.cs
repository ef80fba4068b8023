using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Analysis;

/// <summary>Token streams in a form that tests compare.</summary>
internal static class TokenText
{
    /// <summary>A token as the golden files spell it; the last one of a stream is its end state.</summary>
    public sealed record Spelled(string Text, int Start, int End, int Increment, string Type);

    /// <summary>All tokens and the end state.</summary>
    public static List<Spelled> All(TokenStream stream)
    {
        var tokens = new List<Spelled>();
        Token token = stream.Token;
        while (stream.Next())
            tokens.Add(new(token.Text.ToString(), token.StartOffset, token.EndOffset, token.PositionIncrement, TypeName(token.Type)));
        stream.End();
        tokens.Add(new("<end>", token.StartOffset, token.EndOffset, token.PositionIncrement, "end"));
        return tokens;
    }

    /// <summary>The tokens as <c>text@position</c>, with a space between.</summary>
    public static string Positions(Analyzer analyzer, string text)
    {
        TokenStream stream = analyzer.Open("f", text);
        var position = -1;
        var spelled = new List<string>();
        while (stream.Next())
        {
            position += stream.Token.PositionIncrement;
            spelled.Add($"{stream.Token.Text}@{position}");
        }
        return string.Join(' ', spelled);
    }

    /// <summary>The tokens of a golden row.</summary>
    public static List<Spelled> Expected(JsonElement tokens) =>
        [.. tokens.EnumerateArray().Select(token => new Spelled(
            Golden.Text(token[0]), token[1].GetInt32(), token[2].GetInt32(), token[3].GetInt32(), token[4].GetString()!))];

    public static string TypeName(TokenType type) => type switch
    {
        TokenType.Alphanumeric => "<ALPHANUM>",
        TokenType.Number => "<NUM>",
        TokenType.SoutheastAsian => "<SOUTHEAST_ASIAN>",
        TokenType.Ideographic => "<IDEOGRAPHIC>",
        TokenType.Hiragana => "<HIRAGANA>",
        TokenType.Katakana => "<KATAKANA>",
        TokenType.Hangul => "<HANGUL>",
        TokenType.Emoji => "<EMOJI>",
        _ => "word",
    };
}
