using System.Buffers;
using System.Globalization;

namespace Search.Engine.Analysis;

/// <summary>Finds where sentences end, with the rules by which Lucene's highlighter cuts passages (those of the Java library).</summary>
/// <remarks>
/// <para>Source: search semantics notes, section 6.6, refined by experiments with Java 17: after a period, two or more spaces or a quote
/// directly before the next word end a sentence before a lower-case letter too; signs and opening brackets before a word count as
/// its start.</para>
/// <para>Left out on purpose: a sign directly after a period ("U.S.-led") ends a sentence in Java, not here; neither do the one-letter
/// sentences that Java makes where its automaton loses its way. White space belongs to the sentence before it.</para>
/// </remarks>
public static class SentenceBreaker
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("!?.\u3002\uFF01\uFF1F\uFF0E\u0964\u0965\u2029");

    private enum Kind
    {
        Letter,
        Lowercase,
        Number,
        Sign,
        Separator, // , ; :
        Terminator,
        Period,
        Danda,
        Quote,
        Open,
        Close,
        Space,
        ParagraphEnd,
        Ignored,
    }

    /// <summary>All boundaries, ascending, with 0 and the length of the text.</summary>
    public static IReadOnlyList<int> Boundaries(ReadOnlySpan<char> text)
    {
        List<int> boundaries = [0];
        while (boundaries[^1] < text.Length)
            boundaries.Add(Next(text, boundaries[^1]));
        return boundaries;
    }

    /// <summary>The end (exclusive) of the sentence that starts at <paramref name="start"/>, which is 0 or a boundary; the length of the text at the latest.</summary>
    public static int Next(ReadOnlySpan<char> text, int start)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start, (uint)text.Length, nameof(start));
        for (int index = start; ;)
        {
            int distance = text[index..].IndexOfAny(Ends);
            if (distance < 0)
                return text.Length;
            index += distance;
            Kind kind = KindAt(text, index++, out _);
            int boundary = kind switch
            {
                Kind.ParagraphEnd => index,
                Kind.Danda => Skip(text, index, Kind.Space),
                Kind.Terminator => AfterTerminator(text, index),
                _ => AfterPeriod(text, index),
            };
            if (boundary >= 0)
                return boundary;
        }
    }

    private static int AfterTerminator(ReadOnlySpan<char> text, int index)
    {
        index = Skip(text, index, Kind.Terminator, Kind.Period, Kind.Close, Kind.Quote);
        return AfterParagraphEnd(text, Skip(text, index, Kind.Space));
    }

    // -1 if the sentence goes on.
    private static int AfterPeriod(ReadOnlySpan<char> text, int index)
    {
        int start = index;
        index = Skip(text, index, Kind.Period, Kind.Close, Kind.Quote);
        if (index < text.Length && KindAt(text, index, out _) == Kind.Terminator)
            return AfterTerminator(text, index);
        bool afterQuote = index > start && text[index - 1] is '"' or '\'';
        int boundary = Skip(text, index, Kind.Space);
        int afterParagraph = AfterParagraphEnd(text, boundary);
        if (afterParagraph > boundary)
            return afterParagraph;
        return StartsSentence(text, boundary, spaces: CountSpaces(text[index..boundary]), afterQuote) ? boundary : -1;
    }

    private static bool StartsSentence(ReadOnlySpan<char> text, int index, int spaces, bool afterQuote)
    {
        int word = spaces > 0 || afterQuote
            ? Skip(text, index, Kind.Open, Kind.Quote, Kind.Sign)
            : Skip(text, index, Kind.Open, Kind.Quote);
        if (word == text.Length)
            return false;
        return KindAt(text, word, out _) switch
        {
            Kind.Lowercase => word > index || spaces > 1 || (spaces == 0 && afterQuote),
            Kind.Letter => word > index || spaces > 0 || afterQuote,
            _ => false,
        };
    }

    private static int CountSpaces(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (KindAt(text, i, out _) == Kind.Space)
                count++;
        }
        return count;
    }

    private static int AfterParagraphEnd(ReadOnlySpan<char> text, int index) =>
        index < text.Length && KindAt(text, index, out _) == Kind.ParagraphEnd ? index + 1 : index;

    // Behind a run of characters of some kinds; what is ignored belongs to the run.
    private static int Skip(ReadOnlySpan<char> text, int index, params ReadOnlySpan<Kind> kinds)
    {
        while (index < text.Length)
        {
            Kind kind = KindAt(text, index, out int length);
            if (kind != Kind.Ignored && !kinds.Contains(kind))
                break;
            index += length;
        }
        return index;
    }

    private static Kind KindAt(ReadOnlySpan<char> text, int index, out int length)
    {
        char unit = text[index];
        bool pair = char.IsHighSurrogate(unit) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
        length = pair ? 2 : 1;
        return unit switch
        {
            >= 'a' and <= 'z' => Kind.Lowercase,
            '!' or '?' or '\u3002' or '\uFF01' or '\uFF1F' => Kind.Terminator,
            '.' or '\uFF0E' => Kind.Period,
            '\u0964' or '\u0965' => Kind.Danda,
            '"' or '\'' => Kind.Quote,
            ',' or ';' or ':' => Kind.Separator,
            '\t' or '\n' or '\f' or '\r' or '\u2028' => Kind.Space,
            '\u2029' => Kind.ParagraphEnd,
            _ => KindOf(CharUnicodeInfo.GetUnicodeCategory(pair ? char.ConvertToUtf32(unit, text[index + 1]) : unit)),
        };
    }

    private static Kind KindOf(UnicodeCategory category) => category switch
    {
        UnicodeCategory.LowercaseLetter => Kind.Lowercase,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter => Kind.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Kind.Number,
        UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation => Kind.Open,
        UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation => Kind.Close,
        UnicodeCategory.SpaceSeparator => Kind.Space,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => Kind.Ignored,
        _ => Kind.Sign,
    };
}
