namespace Search.Articles.Paragraphs;

/// <summary>Turns the blocks that are text into paragraphs and marks their stretches of the source.</summary>
/// <remarks>One article; one thread.</remarks>
internal sealed class ParagraphBuilder(string source, SpanMap spans)
{
    // A block above the first length is cut where blocks are enormous on the whole, above the second anywhere.
    private const int LongInEnormousText = 700;
    private const int LongAnywhere = 2500;
    private const int EnormousAverage = 600;

    private readonly List<Paragraph> _paragraphs = [];
    private readonly Dictionary<ulong, int> _repeats = [];
    private readonly HashSet<string> _openings = new(StringComparer.Ordinal);

    /// <summary>The paragraphs of an article's blocks, of which each body, caption and subheading becomes part of one.</summary>
    public IReadOnlyList<Paragraph> Build(IReadOnlyList<TextBlock> blocks)
    {
        TextBlock? subheading = null;
        AddOpenings(blocks);
        int cutAbove = AverageLength(blocks) > EnormousAverage ? LongInEnormousText : LongAnywhere;
        foreach (TextBlock block in blocks)
        {
            switch (block.Role)
            {
                case BlockRole.Subheading:
                    subheading = subheading is null ? block : Join(subheading, block);
                    break;
                case BlockRole.Caption:
                    Add(block.Ranges, 0, ParagraphKind.Caption);
                    break;
                case BlockRole.Body or BlockRole.Undecided:
                    AddBody(subheading, block, cutAbove);
                    subheading = null;
                    break;
            }
        }

        // A heading with nothing under it is still text of the article.
        if (subheading is not null) Add(subheading.Ranges, 0, ParagraphKind.Body);
        return _paragraphs;
    }

    private void AddOpenings(IReadOnlyList<TextBlock> blocks)
    {
        foreach (TextBlock block in blocks)
        {
            if (block.Role is not (BlockRole.Body or BlockRole.Undecided)) continue;
            string text = block.Text(source);
            InlineSubheadings.AddOpenings(text, SentenceSplitter.Starts(text), _openings);
        }
    }

    private static TextBlock Join(TextBlock first, TextBlock second) => new([.. first.Ranges, .. second.Ranges]);

    private int AverageLength(IReadOnlyList<TextBlock> blocks)
    {
        int count = 0, length = 0;
        foreach (TextBlock block in blocks)
        {
            if (block.Role is not (BlockRole.Body or BlockRole.Undecided)) continue;
            count++;
            length += block.Text(source).Length;
        }

        return count == 0 ? 0 : length / count;
    }

    private void AddBody(TextBlock? subheading, TextBlock block, int cutAbove)
    {
        string text = block.Text(source);
        if (text.Length <= cutAbove)
        {
            if (subheading is null) Add(block.Ranges, 0, ParagraphKind.Body);
            else Add([.. subheading.Ranges, .. block.Ranges], subheading.Text(source).Length, ParagraphKind.Body);
            return;
        }

        List<int> sentences = SentenceSplitter.Starts(text);
        List<(int Start, int SubheadingLength)> groups = SentenceGroups.Cut(text, sentences, InlineSubheadings.Find(text, sentences, _openings));
        var map = new SourceOffsets(source, block.Ranges, text);
        for (var i = 0; i < groups.Count; i++)
        {
            int end = i + 1 < groups.Count ? groups[i + 1].Start : text.Length;
            IReadOnlyList<TextRange> ranges = map.RangesOf(groups[i].Start, end);
            if (i == 0 && subheading is not null)
                Add([.. subheading.Ranges, .. ranges], subheading.Text(source).Length, ParagraphKind.Body);
            else
                Add(ranges, groups[i].SubheadingLength, ParagraphKind.Body);
        }
    }

    private void Add(IReadOnlyList<TextRange> ranges, int subheadingLength, ParagraphKind kind)
    {
        int ordinal = _paragraphs.Count;
        foreach (TextRange range in ranges) spans.Mark(range, SpanKind.Paragraph, paragraph: ordinal);

        string text = TextBlock.Flatten(source, ranges);
        ulong hash = ParagraphKeys.Hash(text);
        int repeat = _repeats[hash] = _repeats.GetValueOrDefault(hash) + 1;
        _paragraphs.Add(new Paragraph
        {
            Ordinal = ordinal,
            Text = text,
            Source = (ranges[0].Start, ranges[^1].End),
            Kind = kind,
            SubheadingLength = subheadingLength,
            Sentences = Sentences(text, subheadingLength),
            Key = ParagraphKeys.Format(hash, repeat),
        });
    }

    // A subheading is a sentence of its own.
    private static int[] Sentences(string text, int subheadingLength)
    {
        if (subheadingLength == 0) return [.. SentenceSplitter.Starts(text)];
        var starts = new List<int> { 0 };
        int bodyStart = subheadingLength + 1;
        foreach (int start in SentenceSplitter.Starts(text.AsSpan(bodyStart))) starts.Add(bodyStart + start);
        return [.. starts];
    }
}
