using System.Text;

namespace Search.Engine.Highlighting;

/// <summary>Writes passages as one marked-up text.</summary>
/// <remarks>Immutable. Source: search semantics notes, section 6.4.</remarks>
/// <param name="before">Put before a mark, as it is.</param>
/// <param name="after">Put after a mark, as it is.</param>
/// <param name="ellipsis">Put between passages that do not adjoin.</param>
/// <param name="escapes">Whether the text is escaped for HTML.</param>
public sealed class PassageFormatter(string before = "<b>", string after = "</b>", string ellipsis = "... ", bool escapes = false)
{
    /// <summary>The passages of <paramref name="text"/>, in order; overlapping marks become one.</summary>
    public string Format(string text, IReadOnlyList<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(passages);
        var output = new StringBuilder();
        var position = 0;
        foreach (Passage passage in passages)
        {
            if (passage.Start > position && position > 0)
                output.Append(ellipsis);
            position = passage.Start;
            foreach ((int start, int end) in Merge(passage))
            {
                Append(output, text.AsSpan(position, start - position));
                output.Append(before);
                Append(output, text.AsSpan(start, end - start));
                output.Append(after);
                position = end;
            }
            Append(output, text.AsSpan(position, passage.End - position));
            position = passage.End;
        }
        return output.ToString();
    }

    /// <summary>The marks of a passage as ascending ranges that do not overlap and do not leave the passage.</summary>
    public static IReadOnlyList<(int Start, int End)> Merge(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        var ranges = new List<(int Start, int End)>();
        foreach (TextMark mark in passage.Marks)
        {
            int end = Math.Min(mark.End, passage.End);
            if (ranges.Count > 0 && mark.Start < ranges[^1].End)
                ranges[^1] = (ranges[^1].Start, Math.Max(ranges[^1].End, end));
            else if (mark.Start < end)
                ranges.Add((mark.Start, end));
        }
        return ranges;
    }

    private void Append(StringBuilder output, ReadOnlySpan<char> text)
    {
        if (!escapes)
        {
            output.Append(text);
            return;
        }
        foreach (char c in text)
        {
            switch (c)
            {
                case '&': output.Append("&amp;"); break;
                case '<': output.Append("&lt;"); break;
                case '>': output.Append("&gt;"); break;
                case '"': output.Append("&quot;"); break;
                case '\'': output.Append("&#x27;"); break;
                case '/': output.Append("&#x2F;"); break;
                default: output.Append(c); break;
            }
        }
    }
}
