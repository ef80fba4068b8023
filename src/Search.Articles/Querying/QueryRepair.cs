using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Search.Articles.Schema;

namespace Search.Articles.Querying;

/// <summary>Repairs of broken query syntax, from the gentlest to the one that always helps.</summary>
internal static partial class QueryRepair
{
    private const string Special = "+-!(){}[]^\"~*?:\\/&|";

    // Curly, low, double-angle, full-width and prime.
    private static readonly SearchValues<char> DoubleQuotes = SearchValues.Create("\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02\u2033");

    /// <summary>One repair.</summary>
    /// <param name="Apply">Gives the same object back when there is nothing to repair.</param>
    /// <param name="Warning">Says what was done; null when nothing was.</param>
    /// <param name="NeedsReason">Whether the warning only makes sense behind what was wrong.</param>
    public sealed record Step(Func<string, string> Apply, string? Warning, bool NeedsReason = false);

    /// <summary>Applied one after the other until the query parses.</summary>
    public static IReadOnlyList<Step> Steps { get; } =
    [
        new(text => text, null),
        new(CloseQuote, "A quote was open: it was closed at the end."),
        new(TrimOperators, "Operators without a word beside them were left out."),
        new(BalanceBrackets, "Brackets that do not pair were left out."),
        new(UnknownFields, "Words before a colon that are no field were taken as words."),
        new(WordsOnly, "So the query was taken as plain words.", NeedsReason: true),
    ];

    /// <summary>Every style of double quotes as straight ones; the length stays the same, so places do too.</summary>
    public static string StraightenQuotes(string text) =>
        text.AsSpan().IndexOfAny(DoubleQuotes) < 0 ? text : string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = DoubleQuotes.Contains(source[i]) ? '"' : source[i];
        });

    private static string CloseQuote(string text)
    {
        var quotes = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '"')
                quotes++;
        }
        return quotes % 2 == 0 ? text : text + '"';
    }

    private static string TrimOperators(string text)
    {
        string trimmed = DanglingOperators.Replace(text, " ").Trim();
        return trimmed == text ? text : trimmed;
    }

    private static string BalanceBrackets(string text)
    {
        var kept = new StringBuilder(text.Length);
        var open = new Stack<int>();
        var quoted = false;
        foreach (char c in text)
        {
            if (c == '"')
                quoted = !quoted;
            if (!quoted && c == '(')
                open.Push(kept.Length);
            if (!quoted && c == ')' && !open.TryPop(out _))
                continue;
            if (!quoted && c is '[' or ']' or '{' or '}')
                continue;
            kept.Append(c);
        }
        while (open.TryPop(out int position))
            kept.Remove(position, 1);
        return kept.Length == text.Length ? text : kept.ToString();
    }

    private static string UnknownFields(string text)
    {
        string repaired = FieldNames.Replace(text, match =>
            ArticleAnalysis.QueryFields.Contains(match.Groups["name"].Value, StringComparer.Ordinal) ? match.Value : match.Groups["name"].Value + " ");
        return repaired == text ? text : repaired;
    }

    private static string WordsOnly(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (char c in text)
            words.Append(Special.Contains(c, StringComparison.Ordinal) ? ' ' : c);
        // Operators in words are words here.
        return OperatorWords.Replace(words.ToString(), match => match.Value.ToLowerInvariant());
    }

    [GeneratedRegex(@"^(?:\s*(?:AND|OR|NOT|&&|\|\||[+!\-])(?=\s|$))+|(?:\s+(?:AND|OR|NOT|&&|\|\||[+!\-]))+\s*$|(?<=\s(?:AND|OR))\s+(?:AND|OR)(?=\s)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DanglingOperators { get; }

    [GeneratedRegex(@"(?<![\w:\\])(?<name>\w+):", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FieldNames { get; }

    [GeneratedRegex(@"\b(?:AND|OR|NOT)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OperatorWords { get; }
}
