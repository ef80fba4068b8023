using System.Globalization;
using System.Text;
using Search.Engine.Automata;

namespace Search.Engine.Tests.Automata;

/// <summary>What patterns mean, without automata: by trying everything.</summary>
internal static class PlainMatching
{
    /// <summary>Whether a text fits an expression as a whole.</summary>
    public static bool Fits(Expression expression, string text)
    {
        int[] characters = [.. text.EnumerateRunes().Select(rune => rune.Value)];
        return Ends(expression, characters, 0).Contains(characters.Length);
    }

    /// <summary>Whether an expression repeats without end what may be nothing at all: Lucene's answer is then its own.</summary>
    public static bool RepeatsNothing(Expression expression) =>
        (expression is { Kind: ExpressionKind.Repetition, Max: null } && MayBeNothing(expression.Parts[0])) || expression.Parts.Any(RepeatsNothing);

    /// <summary>The distance of two words by the table of all beginnings.</summary>
    public static int Distance(string one, string other, bool transpositions)
    {
        int[] a = [.. one.EnumerateRunes().Select(rune => rune.Value)];
        int[] b = [.. other.EnumerateRunes().Select(rune => rune.Value)];
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }
                int least = Math.Min(table[i - 1, j], table[i, j - 1]) + 1;
                least = Math.Min(least, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (transpositions && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    least = Math.Min(least, table[i - 2, j - 2] + 1);
                table[i, j] = least;
            }
        }
        return table[a.Length, b.Length];
    }

    private static bool MayBeNothing(Expression expression) =>
        expression.Kind is ExpressionKind.Nothing or ExpressionKind.Intersection or ExpressionKind.Complement || expression.Parts.Any(MayBeNothing);

    // Where a match that starts at a place can end.
    private static HashSet<int> Ends(Expression expression, int[] text, int start) => expression.Kind switch
    {
        ExpressionKind.Nothing => [],
        ExpressionKind.EmptyString => [start],
        ExpressionKind.AnyString => [.. Enumerable.Range(start, text.Length - start + 1)],
        ExpressionKind.Characters => start < text.Length && expression.Ranges.Any(range => range.Min <= text[start] && text[start] <= range.Max) ? [start + 1] : [],
        ExpressionKind.Text => text.AsSpan(start).StartsWith(expression.Labels.ToArray()) ? [start + expression.Labels.Count] : [],
        ExpressionKind.Interval => [.. Enumerable.Range(start, text.Length - start + 1).Where(end => IsNumber(expression, text[start..end]))],
        ExpressionKind.Concatenation => expression.Parts.Aggregate<Expression, HashSet<int>>([start], (starts, part) => After(starts, part, text)),
        ExpressionKind.Union => [.. expression.Parts.SelectMany(part => Ends(part, text, start))],
        ExpressionKind.Intersection => expression.Parts.Select(part => Ends(part, text, start)).Aggregate((one, other) => [.. one.Intersect(other)]),
        ExpressionKind.Complement => [.. Enumerable.Range(start, text.Length - start + 1).Except(Ends(expression.Parts[0], text, start))],
        _ => Repeated(expression, text, start),
    };

    private static HashSet<int> After(HashSet<int> starts, Expression part, int[] text) => [.. starts.SelectMany(start => Ends(part, text, start))];

    private static HashSet<int> Repeated(Expression expression, int[] text, int start)
    {
        Expression part = expression.Parts[0];
        HashSet<int> ends = [start];
        for (var i = 0; i < expression.Min; i++)
            ends = After(ends, part, text);
        for (int i = expression.Min; expression.Max is null || i < expression.Max; i++)
        {
            int before = ends.Count;
            ends.UnionWith(After(ends, part, text));
            if (ends.Count == before)
                break;
        }
        return ends;
    }

    private static bool IsNumber(Expression interval, int[] characters)
    {
        var text = new StringBuilder();
        foreach (int character in characters)
            text.Append(new Rune(character).ToString());
        return int.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= interval.Min && number <= interval.Max
            && (interval.Digits == 0 || characters.Length == interval.Digits);
    }
}
