namespace Search.Articles.Paragraphs;

/// <summary>Gives every character of a source one label and turns the labels into adjoining spans.</summary>
/// <remarks>A later mark overrules an earlier one, so completeness and order hold by construction. One thread.</remarks>
internal sealed class SpanMap(string source)
{
    private const int NoLabel = 0;

    private readonly int[] _labels = new int[source.Length];
    private readonly List<(SpanKind Kind, string? Reason, int Paragraph)> _table = [(SpanKind.WhiteSpace, null, -1)];
    private readonly Dictionary<(SpanKind Kind, string? Reason, int Paragraph), int> _known = [];

    /// <summary>Labels a stretch.</summary>
    public void Mark(TextRange range, SpanKind kind, string? reason = null, int paragraph = -1)
    {
        (SpanKind, string?, int) key = (kind, reason, paragraph);
        if (!_known.TryGetValue(key, out int label))
        {
            label = _table.Count;
            _table.Add(key);
            _known.Add(key, label);
        }

        _labels.AsSpan(range.Start, range.Length).Fill(label);
    }

    /// <summary>The spans: ascending, adjoining, complete.</summary>
    /// <exception cref="InvalidOperationException">A character that is not white space was never marked.</exception>
    public IReadOnlyList<SourceSpan> ToSpans()
    {
        var spans = new List<SourceSpan>();
        var start = 0;
        while (start < source.Length)
        {
            int label = _labels[start];
            int end = start;
            while (end < source.Length && _labels[end] == label)
            {
                if (label == NoLabel && !char.IsWhiteSpace(source[end]))
                    throw new InvalidOperationException($"the character at {end} of {source.Length} was not classified");
                end++;
            }

            (SpanKind kind, string? reason, int paragraph) = _table[label];
            spans.Add(new SourceSpan(start, end - start, kind, reason, paragraph));
            start = end;
        }

        return spans;
    }
}
