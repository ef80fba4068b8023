using Search.Engine.Highlighting;

namespace Search.Articles.Results;

/// <summary>Where snippets of a paragraph may begin and end: between sentences, but neither inside a quotation nor inside a mark.</summary>
internal static class SnippetBoundaries
{
    private const string Openers = "“«„‘";

    /// <param name="text">The paragraph.</param>
    /// <param name="sentences">Starts of its sentences.</param>
    /// <param name="subheading">Where its subheading ends, which has no stop of its own; 0 without one.</param>
    /// <param name="marks">What will be marked.</param>
    /// <returns>Ascending, 0 and the length included.</returns>
    public static List<int> Find(string text, ReadOnlySpan<int> sentences, int subheading, IReadOnlyList<TextMark> marks)
    {
        var boundaries = new SortedSet<int> { 0, text.Length };
        if (subheading < text.Length)
            boundaries.Add(subheading);
        foreach (int start in sentences)
        {
            if (start > 0 && start < text.Length)
                boundaries.Add(start);
        }
        if (boundaries.Count > 2)
        {
            foreach ((int start, int end) in Quotations(text))
                boundaries.RemoveWhere(at => start < at && at < end);
        }
        foreach (TextMark mark in marks)
            boundaries.RemoveWhere(at => mark.Start < at && at < mark.End);
        return [.. boundaries];
    }

    /// <summary>Quotations with their quotes. A quote without its partner makes none: much news opens each paragraph of a long quotation.</summary>
    private static List<(int Start, int End)> Quotations(string text)
    {
        var found = new List<(int Start, int End)>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '"' && !Openers.Contains(text[at], StringComparison.Ordinal))
                continue;
            int close = Close(text, at);
            if (close < 0)
                continue;
            found.Add((at, close + 1));
            at = close;
        }
        return found;
    }

    private static int Close(string text, int open)
    {
        for (int at = open + 1; at < text.Length; at++)
        {
            bool closes = text[open] switch
            {
                '"' => text[at] == '"',
                '“' => text[at] == '”',
                '„' => text[at] is '“' or '”',
                '«' => text[at] == '»',
                // An apostrophe inside a word closes nothing.
                _ => text[at] == '’' && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])),
            };
            if (closes)
                return at;
        }
        return -1;
    }
}
