namespace Search.Articles.Paragraphs;

/// <summary>What a block of text looks like, whatever its language: the figures that the rules decide by.</summary>
internal sealed record TextShape
{
    private const string Terminators = ".!?…。！？।።؟";
    private const string Closers = "\"'”’»)]}›」』";

    /// <summary>Number of words: runs of letters and digits.</summary>
    public required int Words { get; init; }

    /// <summary>Words that start with an upper-case letter.</summary>
    public required int CapitalWords { get; init; }

    /// <summary>Number of letters.</summary>
    public required int Letters { get; init; }

    /// <summary>Number of code units.</summary>
    public required int Length { get; init; }

    /// <summary>Whether it ends as a sentence does, closing quotes and brackets aside.</summary>
    public required bool EndsSentence { get; init; }

    /// <summary>Number of commas.</summary>
    public required int Commas { get; init; }

    /// <summary>Whether its letters belong to a script that is written without spaces, so that words do not count.</summary>
    public required bool IsUnspaced { get; init; }

    /// <summary>Whether it reads as running text: a sentence's end and more than a label's length, or simply long.</summary>
    public bool IsProse => EndsSentence ? Words >= 7 || IsUnspaced && Letters >= 15 : Words >= 22 && Commas > 0 || Words >= 32;

    /// <summary>Whether it could be a headline or a subheading.</summary>
    public bool IsHeadingLike => Words is >= 2 and <= 25 && Length <= 220 && !EndsWithFullStop;

    /// <summary>Whether it ends with a full stop, closing quotes aside.</summary>
    public required bool EndsWithFullStop { get; init; }

    /// <summary>Measures a text.</summary>
    public static TextShape Of(string text)
    {
        int words = 0, capitals = 0, letters = 0, commas = 0, unspaced = 0;
        var inWord = false;
        foreach (char c in text)
        {
            bool isWord = char.IsLetterOrDigit(c);
            if (isWord && !inWord)
            {
                words++;
                if (char.IsUpper(c)) capitals++;
            }

            inWord = isWord || inWord && c is '\'' or '’';
            if (char.IsLetter(c)) letters++;
            if (c is >= '\u3040' and <= '\u9FFF' or >= '\u0E00' and <= '\u0EFF') unspaced++;
            if (c is ',' or '、' or '，' or '፣' or '،') commas++;
        }

        char last = LastMeaningful(text);
        return new TextShape
        {
            Words = words,
            CapitalWords = capitals,
            Letters = letters,
            Length = text.Length,
            Commas = commas,
            IsUnspaced = unspaced * 2 > letters,
            EndsSentence = IsTerminator(last),
            EndsWithFullStop = last is '.' or '。' or '።' or '।' && !text.EndsWith("...", StringComparison.Ordinal),
        };
    }

    /// <summary>Whether a character ends sentences in some script.</summary>
    public static bool IsTerminator(char c) => Terminators.Contains(c, StringComparison.Ordinal);

    /// <summary>The last character that is neither white space nor a closing quote or bracket.</summary>
    public static char LastMeaningful(ReadOnlySpan<char> text)
    {
        int at = text.Length - 1;
        while (at > 0 && (Closers.Contains(text[at], StringComparison.Ordinal) || char.IsWhiteSpace(text[at]))) at--;
        return at >= 0 ? text[at] : '\0';
    }
}
