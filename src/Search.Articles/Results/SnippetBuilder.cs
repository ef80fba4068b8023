using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Search.Articles.Querying;
using Search.Articles.Searching;
using Search.Engine.Highlighting;

namespace Search.Articles.Results;

/// <summary>Makes snippets, as plain text with ranges and as HTML, from passages and marks.</summary>
internal static class SnippetBuilder
{
    // Letters of all scripts stay readable; what has a meaning in HTML is escaped.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>One snippet a run of adjoining passages.</summary>
    public static IReadOnlyList<Snippet> FromPassages(string text, IReadOnlyList<Passage> passages, ParsedQuery query)
    {
        var snippets = new List<Snippet>();
        for (var i = 0; i < passages.Count; i++)
        {
            int first = i;
            while (i + 1 < passages.Count && passages[i + 1].Start <= passages[i].End)
                i++;
            IEnumerable<TextMark> marks = passages.Skip(first).Take(i - first + 1).SelectMany(passage => passage.Marks);
            snippets.Add(Create(text, passages[first].Start, passages[i].End, marks, query));
        }
        return snippets;
    }

    /// <summary>A stretch of text with its marks; white space at its ends is left off.</summary>
    public static Snippet Create(string text, int start, int end, IEnumerable<TextMark> marks, ParsedQuery? query)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (start < end && char.IsWhiteSpace(text[end - 1]))
            end--;
        IReadOnlyList<MarkRange> ranges = Ranges(marks, start, end, query);
        string snippet = text[start..end];
        return new Snippet(snippet, ranges, ToHtml(snippet, ranges));
    }

    // Overlapping marks become one range, of the clause that comes first.
    private static List<MarkRange> Ranges(IEnumerable<TextMark> marks, int start, int end, ParsedQuery? query)
    {
        var ranges = new List<MarkRange>();
        foreach (TextMark mark in marks.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End))
        {
            int from = Math.Max(mark.Start, start) - start;
            int to = Math.Min(mark.End, end) - start;
            if (from >= to)
                continue;
            MarkRange? last = ranges.Count > 0 ? ranges[^1] : null;
            if (last is not null && from < last.Start + last.Length)
                ranges[^1] = last with { Length = Math.Max(last.Length, to - last.Start) };
            else
                ranges.Add(new MarkRange(from, to - from, query?.ClauseOf(mark.Clause) ?? 0));
        }
        return ranges;
    }

    private static string ToHtml(string text, IReadOnlyList<MarkRange> ranges)
    {
        var html = new StringBuilder(text.Length + (ranges.Count * 16));
        var position = 0;
        foreach (MarkRange range in ranges)
        {
            html.Append(Encoder.Encode(text[position..range.Start]));
            position = range.Start + range.Length;
            html.Append("<mark>").Append(Encoder.Encode(text[range.Start..position])).Append("</mark>");
        }
        return html.Append(Encoder.Encode(text[position..])).ToString();
    }
}
