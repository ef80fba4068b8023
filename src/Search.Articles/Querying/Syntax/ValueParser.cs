using System.Text.RegularExpressions;
using Search.Articles.Schema;
using Search.Engine.Automata;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Syntax;

/// <summary>Reads what is looked for in a field: words, patterns, quotes, expressions, ranges, dates.</summary>
internal sealed partial class ValueParser(QueryReader reader, QueryLog log)
{
    /// <summary>A word or pattern; null when it is nothing but punctuation.</summary>
    public QueryNode? ParseWord(QueryField field, bool isCased)
    {
        int start = reader.Position;
        string raw = reader.TakeWord();
        TextSpan span = reader.Since(start);
        if (raw is "*" or "*:*")
            return new QueryNode.Everything(span);
        bool isText = field.IsText || field.Kind == FieldKind.Mention;
        // An address has question marks of its own.
        bool isPattern = field.Kind != FieldKind.Date && QueryEscapes.HasWildcard(raw) && !raw.Contains("://", StringComparison.Ordinal);
        if (isCased && (isPattern || field.Kind != FieldKind.Body))
        {
            log.Fault(span, "= stands before a word or phrase of the text, not before a pattern and not in a field.", "It was left out.");
            isCased = false;
        }
        if (!isPattern)
        {
            string text = QueryEscapes.Unescape(raw);
            string printed = isText ? WordForms.Printed(text) : text;
            return printed.Length == 0 ? null : new QueryNode.Word(span, printed, isCased, IsQuoted: false);
        }
        QueryNode? pattern = isText ? PhraseParser.OfPattern(raw, span) : null;
        // Question marks behind punctuation were none of a pattern.
        if (pattern is QueryNode.Word plain)
            return plain with { Text = WordForms.Printed(plain.Text), IsQuoted = false };
        // Of several words in a name: a pattern for the whole of it.
        return Checked(field.IsText || pattern is QueryNode.Pattern ? pattern : new QueryNode.Pattern(span, QueryEscapes.NormalPattern(raw)));
    }

    /// <summary>What stands in quotes; null when there is nothing.</summary>
    public QueryNode? ParseQuoted(QueryField field, bool isCased)
    {
        int start = reader.Position++;
        int end = ClosingQuote(reader.Text, reader.Position);
        string content = reader.Text[reader.Position..(end < 0 ? reader.Text.Length : end)];
        int contentStart = reader.Position;
        reader.Position = end < 0 ? reader.Text.Length : end + 1;
        TextSpan span = reader.Since(start);
        if (isCased && field.Kind != FieldKind.Body)
        {
            log.Fault(span, "= stands before a word or phrase of the text, not before a pattern and not in a field.", "It was left out.");
            isCased = false;
        }
        QueryNode? node = field.IsText ? Checked(PhraseParser.Parse(content, contentStart, span, field.Kind != FieldKind.Body ? PhraseCase.None : isCased ? PhraseCase.All : PhraseCase.Marked))
            : string.IsNullOrWhiteSpace(QueryEscapes.Unescape(content)) ? null
            : new QueryNode.Word(span, QueryEscapes.Unescape(content).Trim(), IsCased: false, IsQuoted: true);
        log.HasOpenQuote |= end < 0 && node is not null;
        if (end < 0)
            log.Fault(new TextSpan(start, 1), "A quote is opened here and never closed.", node is null ? "It was left out." : "It was closed at the end.");
        else if (node is null)
            log.Fault(span, "There is no word between these quotes.", "They were left out.");
        return node;
    }

    /// <summary>A phrase whose words may be moved.</summary>
    public static QueryNode WithSlop(QueryNode node, int slop, TextSpan span)
    {
        if (slop == 0)
            return node with { Span = span };
        List<QueryNode> items = node is QueryNode.Phrase phrase ? [.. phrase.Items.SelectMany(Single)] : [.. Single(node)];
        return items.Count > 1 ? new QueryNode.Phrase(span, items, slop) : node with { Span = span };
    }

    /// <summary>A range in brackets; null when what stands here is none.</summary>
    public QueryNode? TryParseRange()
    {
        int start = reader.Position;
        if (reader.Take(Bracketed) is not { } match)
            return null;
        string? low = Bound(match.Groups["low"].Value);
        string? high = Bound(match.Groups["high"].Value);
        return new QueryNode.Range(reader.Since(start), low, high, match.ValueSpan[0] == '[', match.ValueSpan[^1] == ']');
    }

    /// <summary>A regular expression between slashes; null when a slash is only a slash.</summary>
    public QueryNode? TryParseRegex(QueryField field)
    {
        int start = reader.Position;
        if (QueryOperators.Look(reader).Length > 0 || reader.Take(Slashed) is not { } match)
            return null;
        string expression = match.Groups["expression"].Value;
        TextSpan span = reader.Since(start);
        if (field.IsText && expression.Any(char.IsWhiteSpace))
        {
            log.Fault(span, "A regular expression fits one word, and no word has a blank.", "The slashes were left out.");
            reader.Position = start;
            return null;
        }
        string? reason = FaultOf(() => new RegexpQuery(new Term(ArticleFields.Body, expression)))
            ?? FaultOf(() => new RegexpQuery(new Term(ArticleFields.Body, WordForms.Expression(expression))));
        if (reason is null)
            return new QueryNode.Regex(span, expression);
        log.Fault(span, $"The regular expression cannot be used: {reason}.", "It was taken as words.");
        string words = WordForms.PrintedPhrase(expression);
        return words.Length == 0 ? null : new QueryNode.Word(span, words, IsCased: false, IsQuoted: true);
    }

    /// <summary>A comparison with a date, or a range of dates with two dots; null when what stands here is neither.</summary>
    public QueryNode? ParseDate()
    {
        int start = reader.Position;
        if (reader.Take(Compared) is { } compared)
        {
            string sign = compared.Groups["sign"].Value;
            string date = compared.Groups["date"].Value;
            return sign[0] == '>'
                ? new QueryNode.Range(reader.Since(start), date, null, sign.Length > 1, true)
                : new QueryNode.Range(reader.Since(start), null, date, true, sign.Length > 1);
        }
        return reader.Take(Dotted) is { } dotted
            ? new QueryNode.Range(reader.Since(start), dotted.Groups["low"].Value, dotted.Groups["high"].Value, true, true)
            : null;
    }

    // A phrase of patterns is checked pattern by pattern.
    private QueryNode? Checked(QueryNode? node)
    {
        foreach (QueryNode.Pattern pattern in PhraseParser.PatternsOf(node))
        {
            if (FaultOf(() => new WildcardQuery(new Term(ArticleFields.Body, pattern.Text))) is not { } reason)
                continue;
            log.Fault(pattern.Span, $"The pattern cannot be used: {reason}.", "It was left out.", isLimit: true);
            return null;
        }
        return node;
    }

    private static string? FaultOf(Func<Query> create)
    {
        try
        {
            create();
            return null;
        }
        catch (RegularExpressionException fault)
        {
            return fault.Reason;
        }
        catch (TooComplexQueryException fault)
        {
            return fault.Message;
        }
    }

    private static IEnumerable<QueryNode> Single(QueryNode item) => item is QueryNode.Word { IsQuoted: true } word && word.Text.Contains(' ')
        ? word.Text.Split(' ').Select(part => word with { Text = part })
        : [item];

    private static int ClosingQuote(string text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '"')
                return i;
        }
        return -1;
    }

    private static string? Bound(string text)
    {
        if (text == "*")
            return null;
        return QueryEscapes.Unescape(text is ['"', _, .., '"'] ? text[1..^1] : text);
    }

    [GeneratedRegex(@"\G[\[{]\s*(?<low>""([^""\\]|\\.)*""|[^\s""\[\]{}]+)\s+(TO|to)\s+(?<high>""([^""\\]|\\.)*""|[^\s""\[\]{}]+)\s*[\]}]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracketed { get; }

    [GeneratedRegex(@"\G/(?<expression>([^/\\]|\\.)+)/(?=[\s()^]|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slashed { get; }

    [GeneratedRegex(@"\G(?<sign>[<>]=?)\s*(?<date>[\w\-]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Compared { get; }

    [GeneratedRegex(@"\G(?<low>[\w\-]+)\.\.(?<high>[\w\-]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dotted { get; }
}
