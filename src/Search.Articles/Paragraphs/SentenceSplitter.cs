namespace Search.Articles.Paragraphs;

/// <summary>Finds where sentences start in the text of a news paragraph.</summary>
/// <remarks>
/// A sentence ends with a terminator and its closing quotes, before white space and something that can start a sentence. A full stop
/// after a title ("Lt. Gen."), an initial or a month does not end one; after "Inc.", "U.S." or "p.m." the next word decides.
/// </remarks>
internal static class SentenceSplitter
{
    private const string Closers = "\"'”’»)]›」』";
    private const string Openers = "\"'“‘«([‹「『-–—•¿¡";

    /// <summary>Start of each sentence, ascending, the first 0; none for an empty text.</summary>
    public static List<int> Starts(ReadOnlySpan<char> text)
    {
        var starts = new List<int>();
        if (text.IsEmpty) return starts;
        starts.Add(0);
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsTerminator(text[at])) continue;
            int first = at;
            while (at + 1 < text.Length && IsTerminator(text[at + 1])) at++;
            int end = SkipClosers(text, at + 1);
            int next = SkipSpaces(text, end);
            if (next >= text.Length) break;
            if (next == end && !IsWideTerminator(text[at])) continue;
            if (!EndsSentence(text, first, at, end, next)) continue;
            starts.Add(next);
            at = next - 1;
        }

        return starts;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text, int first, int last, int end, int next)
    {
        if (IsWideTerminator(text[last])) return true;
        char opening = FirstLetter(text, next);
        if (char.IsLower(opening)) return false;
        if (text[first] != '.' || last > first || end > last + 1) return true;

        ReadOnlySpan<char> before = WordBefore(text, first);
        if (Abbreviations.IsLeading(before)) return false;
        return !Abbreviations.IsTrailing(before) || Abbreviations.IsSentenceStarter(WordAt(text, next));
    }

    private static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' || IsWideTerminator(c);

    // Scripts whose terminators need no space after them.
    private static bool IsWideTerminator(char c) => c is '。' or '！' or '？' or '።' or '።' or '।';

    private static int SkipClosers(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Closers.Contains(text[at], StringComparison.Ordinal)) at++;
        return at;
    }

    private static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static char FirstLetter(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Openers.Contains(text[at], StringComparison.Ordinal)) at++;
        return at < text.Length ? text[at] : '\0';
    }

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int end)
    {
        int start = end;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.')) start--;
        return text[start..end];
    }

    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && Openers.Contains(text[start], StringComparison.Ordinal)) start++;
        int end = start;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\'' or '’')) end++;
        return text[start..end];
    }
}
