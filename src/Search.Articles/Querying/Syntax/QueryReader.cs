using System.Text.RegularExpressions;

namespace Search.Articles.Querying.Syntax;

/// <summary>A place in a query text that moves on.</summary>
/// <remarks>One query; one thread. Quotes are straight.</remarks>
/// <param name="capitalsAreWords">Whether operators such as AND, which are told by their capitals, are words.</param>
internal sealed class QueryReader(string text, bool capitalsAreWords = false)
{
    /// <summary>What ends a word wherever it stands.</summary>
    private const string Delimiters = "()\"[]{}^~|";

    public string Text => text;

    /// <summary>Whether operators such as AND, which are told by their capitals, are words.</summary>
    public bool CapitalsAreWords => capitalsAreWords;

    public int Position { get; set; }

    public bool IsAtEnd => Position >= text.Length;

    /// <summary>The character here; NUL at the end.</summary>
    public char Current => Peek(0);

    public char Peek(int ahead) => Position + ahead < text.Length ? text[Position + ahead] : '\0';

    /// <summary>Whether here is the end, white space or a character that ends a word.</summary>
    public bool IsBoundary(int ahead) => Position + ahead >= text.Length || char.IsWhiteSpace(Peek(ahead)) || Delimiters.Contains(Peek(ahead), StringComparison.Ordinal);

    public void SkipSpace()
    {
        while (!IsAtEnd && char.IsWhiteSpace(text[Position]))
            Position++;
    }

    /// <summary>From a place to here.</summary>
    public TextSpan Since(int start) => TextSpan.Between(start, Position);

    /// <summary>Takes what stands here, if it is this.</summary>
    public bool TryTake(string expected)
    {
        if (string.CompareOrdinal(text, Position, expected, 0, expected.Length) != 0)
            return false;
        Position += expected.Length;
        return true;
    }

    /// <summary>Whether an operator in capitals stands here by itself.</summary>
    public bool IsWord(string expected) =>
        !capitalsAreWords && string.CompareOrdinal(text, Position, expected, 0, expected.Length) == 0 && IsBoundary(expected.Length);

    /// <summary>Takes an operator in capitals, if it stands here by itself.</summary>
    public bool TryTakeWord(string expected)
    {
        if (!IsWord(expected))
            return false;
        Position += expected.Length;
        return true;
    }

    /// <summary>What a pattern that is bound to the place finds; the place stays.</summary>
    public Match Look(Regex pattern) => pattern.Match(text, Position);

    /// <summary>Takes what a pattern that is bound to the place finds; null when it finds nothing.</summary>
    public Match? Take(Regex pattern)
    {
        Match match = pattern.Match(text, Position);
        if (!match.Success)
            return null;
        Position += match.Length;
        return match;
    }

    /// <summary>Takes a word with its escapes: up to white space, a delimiter or two ampersands.</summary>
    public string TakeWord()
    {
        int start = Position;
        while (!IsAtEnd && !IsBoundary(0) && !(Current == '&' && Peek(1) == '&'))
            Position += Current == '\\' && Position + 1 < text.Length ? 2 : 1;
        return text[start..Position];
    }
}
