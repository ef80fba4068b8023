using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Syntax;

/// <summary>Reads what stands between quotes: words, and among them patterns, gaps and alternatives.</summary>
internal static class PhraseParser
{
    /// <summary>A quoted word when it is nothing but words; null when there is none.</summary>
    /// <param name="content">Between the quotes.</param>
    /// <param name="offset">Where it starts in the query text.</param>
    /// <param name="span">With the quotes.</param>
    /// <param name="letterCase">Where letter case counts.</param>
    public static QueryNode? Parse(string content, int offset, TextSpan span, PhraseCase letterCase)
    {
        return Of(Items(content, offset, letterCase), span);
    }

    /// <summary>Items one behind the other in their one form; null when there is none.</summary>
    public static QueryNode? Of(IReadOnlyList<QueryNode> items, TextSpan span)
    {
        List<QueryNode> merged = WithoutOuterGaps(Merged(items));
        return merged.Count switch
        {
            0 => null,
            1 => merged[0] with { Span = span },
            _ => new QueryNode.Phrase(span, [.. merged.SelectMany(CasedOneByOne)], Slop: 0),
        };
    }

    /// <summary>A word with wildcards that stands by itself; parts that the index cuts from each other follow one another.</summary>
    public static QueryNode? OfPattern(string raw, TextSpan span)
    {
        List<QueryNode> items = [.. Parts(raw, span, isQuoted: false)];
        if (items.Count > 1)
            return Of([.. Parts(raw, span, isQuoted: true)], span);
        return items is [not QueryNode.Gap] ? items[0] : null;
    }

    /// <summary>The patterns in a phrase, or the pattern itself.</summary>
    public static IEnumerable<QueryNode.Pattern> PatternsOf(QueryNode? node) => node switch
    {
        QueryNode.Pattern pattern => [pattern],
        QueryNode.Phrase phrase => phrase.Items.SelectMany(PatternsOf),
        QueryNode.Combination choice => choice.Clauses.SelectMany(clause => PatternsOf(clause.Node)),
        _ => [],
    };

    private static List<QueryNode> Items(string content, int offset, PhraseCase letterCase)
    {
        var items = new List<QueryNode>();
        for (var i = 0; i < content.Length;)
        {
            if (content[i] == '(' && Alternatives(content, i, offset, letterCase) is var (choice, length))
            {
                if (choice is QueryNode.Phrase phrase)
                    items.AddRange(phrase.Items);
                else if (choice is not null)
                    items.Add(choice);
                i += length;
                continue;
            }
            int end = EndOfWord(content, i);
            if (end > i)
                items.AddRange(Word(content[i..end], new TextSpan(offset + i, end - i), letterCase));
            i = Math.Max(end, i + 1);
        }
        return items;
    }

    // "(visit OR trip)"; brackets without an OR in them are punctuation.
    private static (QueryNode? Choice, int Length)? Alternatives(string content, int start, int offset, PhraseCase letterCase)
    {
        int end = content.IndexOf(')', start);
        if (end < 0)
            return null;
        string inner = content[(start + 1)..end];
        string[] parts = inner.Replace(" OR ", " | ", StringComparison.Ordinal).Split('|');
        if (parts.Length < 2 || inner.Contains('(') || inner.Contains("\\|", StringComparison.Ordinal) || inner.EndsWith('\\'))
            return null;
        var span = new TextSpan(offset + start, end + 1 - start);
        List<QueryNode> choices = [.. parts.Select(part => Parse(part, span.Start, span, letterCase)).OfType<QueryNode>()];
        QueryNode? choice = choices.Count switch
        {
            0 => null,
            1 => choices[0],
            _ => new QueryNode.Combination(span, [.. choices.Select(one => new QueryClause(Occur.Should, one))]),
        };
        return (choice, span.Length);
    }

    private static int EndOfWord(string content, int start)
    {
        int end = start;
        while (end < content.Length && !char.IsWhiteSpace(content[end]) && content[end] is not ('(' or ')'))
            end += content[end] == '\\' && end + 1 < content.Length ? 2 : 1;
        return Math.Min(end, content.Length);
    }

    private static IEnumerable<QueryNode> Word(string raw, TextSpan span, PhraseCase letterCase)
    {
        if (raw[0] == '=' && raw.Length > 1 && char.IsLetterOrDigit(raw[1]) && letterCase == PhraseCase.Marked)
            return Word(raw[1..], span, PhraseCase.All);
        if (raw.AsSpan().Trim('*').IsEmpty)
            return [new QueryNode.Gap(span)];
        string word = WithoutQuestionMarks(raw);
        return QueryEscapes.HasWildcard(word) ? Parts(word, span, isQuoted: true) : Plain(QueryEscapes.Unescape(word), span, letterCase == PhraseCase.All);
    }

    // At the end of a word between quotes a question mark is what it is in a text.
    private static string WithoutQuestionMarks(string raw)
    {
        int end = raw.Length;
        while (end > 0 && !char.IsLetterOrDigit(raw[end - 1]) && !char.IsSurrogate(raw[end - 1]) && raw[end - 1] is not ('*' or '_'))
            end--;
        return raw.AsSpan(end).Contains('?') && (end == 0 || raw[end - 1] != '\\') ? raw[..end] : raw;
    }

    private static IEnumerable<QueryNode> Plain(string text, TextSpan span, bool isCased)
    {
        string printed = WordForms.PrintedPhrase(text);
        return printed.Length == 0 ? [] : [new QueryNode.Word(span, printed, isCased, IsQuoted: true)];
    }

    // Cut where the index cuts words; each part is a word, a pattern or a gap.
    private static IEnumerable<QueryNode> Parts(string raw, TextSpan span, bool isQuoted)
    {
        var start = 0;
        for (var i = 0; i <= raw.Length; i++)
        {
            if (i < raw.Length && IsPart(raw, ref i))
                continue;
            string part = raw[start..Math.Min(i, raw.Length)].Trim('.', '\'', '\u2019');
            start = i + 1;
            if (isQuoted)
                part = WithoutQuestionMarks(part);
            if (part.Length == 0 || part.AsSpan().Trim('?').IsEmpty)
                continue;
            if (part.AsSpan().Trim('*').IsEmpty)
                yield return new QueryNode.Gap(span);
            else if (QueryEscapes.HasWildcard(part))
                yield return new QueryNode.Pattern(span, part.ToLowerInvariant());
            else if (Plain(QueryEscapes.Unescape(part), span, isCased: false).FirstOrDefault() is { } word)
                yield return word;
        }
    }

    private static bool IsPart(string raw, ref int i)
    {
        if (raw[i] == '\\' && i + 1 < raw.Length && raw[i + 1] is '*' or '?')
        {
            i++;
            return true;
        }
        return raw[i] is '*' or '?' or '_' or '.' or '\'' or '\u2019' || char.IsLetterOrDigit(raw[i]) || char.IsSurrogate(raw[i])
            || char.GetUnicodeCategory(raw[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
    }

    // Words side by side are one item, as far as letter case counts in all or none of them.
    private static List<QueryNode> Merged(IReadOnlyList<QueryNode> items)
    {
        var merged = new List<QueryNode>(items.Count);
        foreach (QueryNode item in items)
        {
            if (item is QueryNode.Word word && merged.Count > 0 && merged[^1] is QueryNode.Word before && before.IsCased == word.IsCased)
                merged[^1] = before with { Text = $"{before.Text} {word.Text}", Span = TextSpan.Around(before.Span, word.Span) };
            else
                merged.Add(item);
        }
        return merged;
    }

    private static IEnumerable<QueryNode> CasedOneByOne(QueryNode item) =>
        item is QueryNode.Word { IsCased: true } word ? word.Text.Split(' ').Select(part => word with { Text = part }) : [item];

    private static List<QueryNode> WithoutOuterGaps(List<QueryNode> items)
    {
        int start = items.FindIndex(item => item is not QueryNode.Gap);
        int end = items.FindLastIndex(item => item is not QueryNode.Gap);
        return start < 0 ? [] : items[start..(end + 1)];
    }
}
