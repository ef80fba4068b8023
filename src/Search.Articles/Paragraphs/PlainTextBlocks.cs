namespace Search.Articles.Paragraphs;

/// <summary>Splits plain text into blocks: at empty lines and at line breaks, but not at a break inside a sentence.</summary>
/// <remarks>
/// A text whose lines are filled up to a column and broken without regard to sentences is hard-wrapped: there, only empty lines and
/// indents start a block, and a short line that ends a sentence ends one. Elsewhere a line is a block unless it goes on in the next.
/// </remarks>
internal static class PlainTextBlocks
{
    private const int MinWrapColumn = 40;
    private const int MaxWrapColumn = 120;
    private const int MinWrappedLines = 4;

    /// <summary>The blocks in order; <paramref name="holes"/> (ascending) belong to none and are bridged inside a sentence.</summary>
    public static List<TextBlock> Split(string source, IReadOnlyList<TextRange> holes)
    {
        List<TextLine> lines = TextLine.Split(source, holes);
        int wrapColumn = FindWrapColumn(source, lines);
        var blocks = new List<TextBlock>();
        for (var i = 0; i < lines.Count;)
        {
            int end = i + 1;
            while (end < lines.Count && GoesOn(source, lines[end - 1], lines[end], wrapColumn, holes)) end++;
            blocks.Add(new TextBlock(Merge(lines, i, end, holes)) { BlankBefore = lines[i].BlankBefore });
            i = end;
        }

        return blocks;
    }

    private static IEnumerable<TextRange> Merge(List<TextLine> lines, int from, int to, IReadOnlyList<TextRange> holes)
    {
        var current = new TextRange(lines[from].Start, lines[from].End);
        for (int i = from + 1; i < to; i++)
        {
            if (HasHoleBetween(current.End, lines[i].Start, holes))
            {
                yield return current;
                current = new TextRange(lines[i].Start, lines[i].End);
            }
            else
            {
                current = current with { End = lines[i].End };
            }
        }

        yield return current;
    }

    private static bool GoesOn(string source, TextLine line, TextLine next, int wrapColumn, IReadOnlyList<TextRange> holes)
    {
        bool isInsideSentence = IsOpen(source, line) && char.IsLower(source[next.Start]);
        if (HasHoleBetween(line.End, next.Start, holes)) return isInsideSentence;
        if (next.BlankBefore) return isInsideSentence && line.Length > MinWrapColumn && EndsWithLetterOrComma(source, line);
        if (isInsideSentence) return true;
        if (wrapColumn == 0) return false;
        if (next.Indent > line.Indent + 1) return false;
        return line.Length >= wrapColumn * 6 / 10 || IsOpen(source, line) && line.Length >= wrapColumn * 4 / 10;
    }

    private static bool HasHoleBetween(int start, int end, IReadOnlyList<TextRange> holes)
    {
        foreach (TextRange hole in holes)
        {
            if (hole.Start >= start && hole.End <= end) return true;
        }

        return false;
    }

    private static bool IsOpen(string source, TextLine line) =>
        !TextShape.IsTerminator(TextShape.LastMeaningful(source.AsSpan(line.Start, line.Length)));

    private static bool EndsWithLetterOrComma(string source, TextLine line) =>
        char.IsLetter(source[line.End - 1]) || source[line.End - 1] is ',' or '-' or '–' or '—';

    // The width of the text when it is hard-wrapped, else 0.
    private static int FindWrapColumn(string source, List<TextLine> lines)
    {
        var followed = 0;
        var broken = 0;
        var longest = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            longest = Math.Max(longest, lines[i].Length);
            if (lines[i + 1].BlankBefore) continue;
            followed++;
            if (lines[i].Length >= MinWrapColumn && IsOpen(source, lines[i])) broken++;
        }

        bool isWrapped = longest is >= MinWrapColumn and <= MaxWrapColumn && followed >= MinWrappedLines && broken * 2 >= followed;
        return isWrapped ? longest : 0;
    }
}
