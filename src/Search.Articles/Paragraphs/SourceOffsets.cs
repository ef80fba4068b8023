namespace Search.Articles.Paragraphs;

/// <summary>Finds the stretches of the source that a part of a block's flattened text came from.</summary>
internal sealed class SourceOffsets
{
    private readonly List<int> _offsets = [];
    private readonly IReadOnlyList<TextRange> _ranges;
    private readonly string _text;

    /// <param name="text">What <see cref="TextBlock.Flatten"/> makes of the ranges.</param>
    public SourceOffsets(string source, IReadOnlyList<TextRange> ranges, string text)
    {
        _ranges = ranges;
        _text = text;
        foreach (TextRange range in ranges)
        {
            if (_offsets.Count > 0) _offsets.Add(range.Start);
            for (int i = range.Start; i < range.End; i++)
            {
                // As TextBlock.Flatten does: one space for each run of white space.
                if (char.IsWhiteSpace(source[i]) && char.IsWhiteSpace(source[i - 1])) continue;
                _offsets.Add(i);
            }
        }
    }

    /// <summary>The stretches of [start, end) of the text, white space at the end left out.</summary>
    public IReadOnlyList<TextRange> RangesOf(int start, int end)
    {
        while (end > start + 1 && _text[end - 1] == ' ') end--;
        int from = _offsets[start];
        int to = _offsets[end - 1] + 1;
        var parts = new List<TextRange>();
        foreach (TextRange range in _ranges)
        {
            int partStart = Math.Max(range.Start, from);
            int partEnd = Math.Min(range.End, to);
            if (partStart < partEnd) parts.Add(new TextRange(partStart, partEnd));
        }

        return parts;
    }
}
