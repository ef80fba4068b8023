using System.Diagnostics;
using System.Text;

namespace Search.Articles.Paragraphs;

/// <summary>A candidate paragraph: stretches of the source that read as one text, and what has been decided about them.</summary>
/// <remarks>Mutable while an article is composed; one thread. It has several ranges when furniture or a caption stands inside it.</remarks>
internal sealed class TextBlock
{
    private readonly List<TextRange> _ranges;
    private string? _text;
    private TextShape? _shape;

    public TextBlock(IEnumerable<TextRange> ranges, BlockHint hint = BlockHint.None)
    {
        _ranges = [.. ranges];
        Hint = hint;
        Debug.Assert(_ranges.Count > 0, "a block has text");
    }

    /// <summary>The stretches in ascending order, none empty, each without white space at its ends.</summary>
    public IReadOnlyList<TextRange> Ranges => _ranges;

    /// <summary>What the markup says it is.</summary>
    public BlockHint Hint { get; }

    /// <summary>Whether an empty line stands before it.</summary>
    public bool BlankBefore { get; init; }

    /// <summary>Share of its letters that are links, 0 to 1; 0 for plain text.</summary>
    public float LinkDensity { get; init; }

    /// <summary>What it is.</summary>
    public BlockRole Role { get; private set; }

    /// <summary>Why it is furniture, or which part of the header it is.</summary>
    public string? Reason { get; private set; }

    /// <summary>First code unit in the source.</summary>
    public int Start => _ranges[0].Start;

    /// <summary>Exclusive end in the source.</summary>
    public int End => _ranges[^1].End;

    /// <summary>Whether nothing has been decided.</summary>
    public bool IsUndecided => Role == BlockRole.Undecided;

    /// <summary>Decides what it is.</summary>
    public void Decide(BlockRole role, string? reason = null)
    {
        Role = role;
        Reason = reason;
    }

    /// <summary>Decides that it is page furniture.</summary>
    public void Discard(string reason) => Decide(BlockRole.Furniture, reason);

    /// <summary>Its text with single spaces, which is cached.</summary>
    public string Text(string source) => _text ??= Flatten(source, _ranges);

    /// <summary>The shape of its text, which is cached.</summary>
    public TextShape Shape(string source) => _shape ??= TextShape.Of(Text(source));

    /// <summary>Replaces the stretches, after a part was taken out as furniture.</summary>
    public void Narrow(IReadOnlyList<TextRange> ranges)
    {
        _ranges.Clear();
        _ranges.AddRange(ranges);
        _text = null;
        _shape = null;
    }

    /// <summary>The ranges' text: each run of white space and each gap that has white space at an edge is one space.</summary>
    public static string Flatten(string source, IReadOnlyList<TextRange> ranges)
    {
        var text = new StringBuilder();
        foreach (TextRange range in ranges)
        {
            if (text.Length > 0) text.Append(' ');
            AppendCollapsed(text, source.AsSpan(range.Start, range.Length));
        }

        return text.ToString();
    }

    private static void AppendCollapsed(StringBuilder text, ReadOnlySpan<char> part)
    {
        var pendingSpace = false;
        foreach (char c in part)
        {
            if (char.IsWhiteSpace(c))
            {
                pendingSpace = true;
                continue;
            }

            if (pendingSpace && text.Length > 0 && text[^1] != ' ') text.Append(' ');
            pendingSpace = false;
            text.Append(c);
        }
    }
}
