using System.Globalization;
using System.Text.RegularExpressions;

namespace Search.Articles.Querying.Syntax;

/// <summary>Reads one operand of a query: a word, quotes, brackets, a field or scope with what follows it, and what is hung on to them.</summary>
/// <remarks>
/// <code>
/// operand = primary { "~" [ number ] | "^" number }
/// primary = "(" sequence ")" | [ "=" ] quotes | [ "=" ] word | "/" expression "/" | "[" value TO value "]"
///         | field ":" primary | ( "s:" | "p:" | "a:" ) primary | "atleast" number "(" sequence ")"
/// </code>
/// </remarks>
internal sealed partial class OperandParser(QueryReader reader, QueryLog log, QueryTextParser sequences)
{
    private const float MaxBoost = 1000;
    private const int MaxSlop = 100;

    private readonly ValueParser _values = new(reader, log);

    /// <summary>The operand that stands here; null when there is none: an operator, a closing bracket, the end, or nothing but punctuation.</summary>
    public QueryNode? Parse(QueryField field)
    {
        reader.SkipSpace();
        QueryNode? node = ParsePrimary(field);
        while (node is not null && reader.Current is '~' or '^')
            node = reader.Current == '~' ? WithTilde(node, field) : WithBoost(node);
        return node;
    }

    private QueryNode? ParsePrimary(QueryField field)
    {
        if (reader.IsAtEnd || IsOperator())
            return null;
        int start = reader.Position;
        switch (reader.Current)
        {
            case '(':
                reader.Position++;
                return sequences.ParseGroup(field);
            case '"':
                return _values.ParseQuoted(field, isCased: false);
            case '=' when reader.Peek(1) == '"' || !reader.IsBoundary(1):
                reader.Position++;
                return reader.Current == '"' ? _values.ParseQuoted(field, isCased: true) : _values.ParseWord(field, isCased: true);
            case '[' or '{' when _values.TryParseRange() is { } range:
                return range;
            case '[' or ']' or '{' or '}' or '^' or '~':
                return Stray();
            case '/' when _values.TryParseRegex(field) is { } regex:
                return regex;
        }
        if (reader.Take(AtLeastStart) is { } atLeast)
            return ParseAtLeast(start, atLeast, field);
        if (reader.Look(ScopeStart) is { Success: true } scope)
            return ParseScope(start, scope, field);
        if (reader.Look(FieldStart) is { Success: true } named && field.IsText)
            return ParseNamed(start, named, field);
        return _values.ParseWord(field, isCased: false);
    }

    private bool IsOperator() =>
        reader.Current is ')' or '|' || (reader.Current == '&' && (reader.Peek(1) == '&' || reader.IsBoundary(1)))
        || reader.IsWord("AND") || reader.IsWord("OR") || reader.IsWord("NOT");

    private QueryNode? Stray()
    {
        char stray = reader.Current;
        int start = reader.Position++;
        if (stray is '^' or '~')
            log.Fault(reader.Since(start), $"{stray} must stand right behind a word.", "It was left out.");
        else
            log.Fault(reader.Since(start), "Square and curly brackets are for ranges: published:[2023-01 TO 2023-06].", "Brackets that do not pair were left out.");
        return null;
    }

    private QueryNode? ParseAtLeast(int start, Match opening, QueryField field)
    {
        TextSpan written = reader.Since(start);
        QueryNode? inner = sequences.ParseGroup(field);
        if (inner is null)
            return null;
        const int Most = 10_000;
        if (int.TryParse(opening.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is > 0 and <= Most)
            return new QueryNode.AtLeast(reader.Since(start), count, inner);
        log.Fault(written, $"atleast needs a whole number from 1 to {Most}: atleast3(missile).", "It was left out.");
        return inner;
    }

    private QueryNode? ParseScope(int start, Match opening, QueryField field)
    {
        reader.Position += opening.Length;
        // What hangs on to a closing bracket is meant for the whole.
        QueryNode? inner = reader.Current == '(' ? ParsePrimary(field) : Parse(field);
        if (inner is null)
        {
            log.Fault(new TextSpan(start, opening.Length), $"{opening.Value} needs something behind it: s:(putin kim).", "It was left out.");
            return null;
        }
        ScopeKind kind = char.ToLowerInvariant(opening.ValueSpan[0]) switch { 's' => ScopeKind.Sentence, 'p' => ScopeKind.Paragraph, _ => ScopeKind.Article };
        return new QueryNode.Scope(reader.Since(start), kind, inner);
    }

    // A colon behind a word that names no field is punctuation where white space follows.
    private QueryNode? ParseNamed(int start, Match named, QueryField outer)
    {
        string name = named.Groups["name"].Value;
        if (DateSide(name) is { } side)
            return ParseBeforeOrAfter(start, named, side);
        if (QueryField.Find(name, out bool isAlias) is not { } field)
        {
            if (named.Groups["space"].Length == 0 && !named.Groups["slashes"].Success)
                log.Fault(new TextSpan(start, name.Length + 1), $"There is no field \"{name}\"; fields are {QueryField.Names}.", $"\"{name}\" was taken as a word.");
            return named.Groups["slashes"].Success ? _values.ParseWord(outer, isCased: false) : NameAsWord(start, name);
        }
        reader.Position += name.Length + 1;
        if (isAlias)
            log.Dialect($"{name}:", name.Equals("inurl", StringComparison.OrdinalIgnoreCase) ? "a part of the original's address, url:*word*" : $"{field.Name}:");
        reader.SkipSpace();
        QueryNode? inner = field.Kind == FieldKind.Date ? _values.ParseDate() ?? Parse(field) : Parse(field);
        if (inner is null)
        {
            log.Fault(new TextSpan(start, name.Length + 1), $"{name}: needs something behind it: headline:visit.", "It was left out.");
            return null;
        }
        if (name.Equals("inurl", StringComparison.OrdinalIgnoreCase) && inner is QueryNode.Word part)
            inner = new QueryNode.Pattern(part.Span, QueryEscapes.NormalPattern($"*{QueryEscapes.Word(part.Text)}*"));
        return field.Kind == outer.Kind && field.Name == outer.Name ? inner : new QueryNode.InField(reader.Since(start), field, inner);
    }

    private QueryNode? NameAsWord(int start, string name)
    {
        reader.Position = start + name.Length + 1;
        string printed = WordForms.Printed(name);
        return printed.Length == 0 ? null : new QueryNode.Word(new TextSpan(start, name.Length), printed, IsCased: false, IsQuoted: false);
    }

    private static bool? DateSide(string name) => name.ToUpperInvariant() switch
    {
        "BEFORE" or "UNTIL" => false,
        "AFTER" or "SINCE" => true,
        _ => null,
    };

    // "after:2023-01-01" as other engines have it; with anything but a date they are words.
    private QueryNode? ParseBeforeOrAfter(int start, Match named, bool isAfter)
    {
        string name = named.Groups["name"].Value;
        reader.Position += named.Length;
        string value = reader.Look(Value).Value;
        if (PublishedPeriod.TryParse(value, DateTimeOffset.UnixEpoch) is null)
            return NameAsWord(start, name);
        reader.Position += value.Length;
        log.Dialect($"{name}:{value}", isAfter ? $"published:[{value} TO *]" : $"published:[* TO {value}}}");
        QueryNode range = new QueryNode.Range(reader.Since(start), isAfter ? value : null, isAfter ? null : value, IncludeLow: true, IncludeHigh: isAfter);
        return new QueryNode.InField(reader.Since(start), QueryField.Published, range);
    }

    private QueryNode WithTilde(QueryNode node, QueryField field)
    {
        int start = reader.Position;
        string number = reader.Take(Tilde)!.Groups["n"].Value;
        switch (node)
        {
            case QueryNode.Word { IsQuoted: false, IsCased: false } word when IsOneWord(word.Text, field):
                if (Edits(number, word.Text) is { } edits)
                    return new QueryNode.Fuzzy(TextSpan.Between(node.Span.Start, reader.Position), word.Text, edits);
                log.Fault(reader.Since(start), "The number behind ~ says how many letters may differ: a whole number up to 2.", "It was left out.");
                return node;
            case QueryNode.Word { IsQuoted: true } or QueryNode.Phrase when field.IsText:
                if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int slop) && slop <= MaxSlop)
                    return ValueParser.WithSlop(node, slop, TextSpan.Between(node.Span.Start, reader.Position));
                log.Fault(reader.Since(start), $"The number behind the ~ of a phrase is a whole number up to {MaxSlop}.", "It was left out.");
                return node;
            default:
                log.Fault(reader.Since(start), "~ must stand right behind one word or one phrase.", "It was left out.");
                return node;
        }
    }

    private static bool IsOneWord(string text, QueryField field) => !field.IsText || WordForms.Exact(text).Count == 1;

    // Below 1 it is a similarity, as Lucene had it once.
    private static int? Edits(string number, string word)
    {
        if (number.Length == 0)
            return 2;
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value))
            return null;
        if (value is 0 or 1 or 2)
            return (int)value;
        return value < 1 ? Math.Min(2, (int)((1 - value) * word.Length)) : null;
    }

    private QueryNode WithBoost(QueryNode node)
    {
        int start = reader.Position;
        string number = reader.Take(Caret)!.Groups["n"].Value;
        if (float.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out float boost) && boost <= MaxBoost)
            return new QueryNode.Boosted(TextSpan.Between(node.Span.Start, reader.Position), node, boost);
        log.Fault(reader.Since(start), $"Behind ^ stands a number up to {MaxBoost}: visit^3.", "It was left out.");
        return node;
    }

    [GeneratedRegex(@"\Gatleast(?<n>\d*)\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AtLeastStart { get; }

    [GeneratedRegex(@"\G[spa]:\s*(?=[(""])|\G[spa]:(?=[^\s)])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ScopeStart { get; }

    [GeneratedRegex(@"\G(?<name>\p{L}[\p{L}\p{Nd}_\-]*):(?<space>\s*|$)(?<slashes>//)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FieldStart { get; }

    [GeneratedRegex(@"\G[\w\-]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value { get; }

    [GeneratedRegex(@"\G~(?<n>[\d.]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tilde { get; }

    [GeneratedRegex(@"\G\^(?<n>[\d.]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Caret { get; }
}
