namespace Search.Articles.Paragraphs;

/// <summary>A line of plain text that is not empty: [Start, End) without the white space at its ends.</summary>
/// <param name="Start">First code unit that is not white space.</param>
/// <param name="End">Exclusive end of what is not white space.</param>
/// <param name="Indent">Number of white space characters before it.</param>
/// <param name="BlankBefore">Whether an empty line, or the start of the text, stands before it.</param>
internal readonly record struct TextLine(int Start, int End, int Indent, bool BlankBefore)
{
    /// <summary>Number of code units.</summary>
    public int Length => End - Start;

    /// <summary>Splits the parts of a source that are not taken by <paramref name="holes"/> (ascending) into lines.</summary>
    /// <remarks>A hole ends a line without being an empty one.</remarks>
    public static List<TextLine> Split(string source, IReadOnlyList<TextRange> holes)
    {
        var lines = new List<TextLine>();
        var blank = true;
        var at = 0;
        for (var h = 0; h <= holes.Count; h++)
        {
            int end = h < holes.Count ? holes[h].Start : source.Length;
            blank = SplitPart(source, at, end, blank, lines);
            at = h < holes.Count ? holes[h].End : end;
        }

        return lines;
    }

    private static bool SplitPart(string source, int start, int end, bool blank, List<TextLine> lines)
    {
        while (start < end)
        {
            int lineEnd = source.AsSpan(start, end - start).IndexOf('\n') is var length and >= 0 ? start + length : end;
            TextRange trimmed = Trim(source, start, lineEnd);
            if (trimmed.Length > 0)
            {
                lines.Add(new TextLine(trimmed.Start, trimmed.End, trimmed.Start - start, blank));
                blank = false;
            }
            else if (lineEnd < end)
            {
                blank = start == 0 || source[start - 1] == '\n' || blank;
            }

            start = lineEnd + 1;
        }

        return blank;
    }

    /// <summary>A stretch without the white space at its ends; of length 0 when there is nothing else.</summary>
    public static TextRange Trim(string source, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(source[start])) start++;
        while (end > start && char.IsWhiteSpace(source[end - 1])) end--;
        return new TextRange(start, end);
    }
}
