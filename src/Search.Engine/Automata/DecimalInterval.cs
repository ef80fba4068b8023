using System.Globalization;

namespace Search.Engine.Automata;

/// <summary>The decimal numbers of a range as strings (<c>&lt;n-m&gt;</c> of regular expressions).</summary>
internal static class DecimalInterval
{
    /// <summary>Adds the numbers as a fragment.</summary>
    /// <param name="digits">How many digits every number has, filled with zeros in front; 0: as many as it needs, and any number of zeros in front.</param>
    public static Fragment Add(int min, int max, int digits, NondeterministicAutomaton parts)
    {
        string high = max.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
        string low = min.ToString(CultureInfo.InvariantCulture).PadLeft(high.Length, '0');
        Fragment numbers = Between(low, high, parts);
        if (digits > 0)
            return numbers;

        // Numbers with fewer digits than the largest: they end where only zeros would stand in front.
        Fragment zeros = parts.Star(parts.Label('0', '0'));
        for (int length = high.Length - 1; length > 0; length--)
        {
            string least = low[..^length].Trim('0').Length > 0 ? "" : low[^length..];
            if (least.Length > 0)
                numbers = parts.Union(numbers, Between(least, new string('9', length), parts));
        }
        return parts.Concatenate(zeros, numbers);
    }

    // Numbers of as many digits as both bounds.
    private static Fragment Between(string low, string high, NondeterministicAutomaton parts)
    {
        if (low.Trim('0').Length == 0 && high.Trim('9').Length == 0)
            return parts.Repeat(() => parts.Label('0', '9'), low.Length, low.Length);
        char first = low[0];
        char last = high[0];
        if (first == last)
            return parts.Concatenate(parts.Label(first, first), Between(low[1..], high[1..], parts));
        string zeros = new('0', low.Length - 1);
        string nines = new('9', low.Length - 1);
        Fragment numbers = parts.Concatenate(parts.Label(first, first), Between(low[1..], nines, parts));
        numbers = parts.Union(numbers, parts.Concatenate(parts.Label(last, last), Between(zeros, high[1..], parts)));
        if (last - first > 1)
            numbers = parts.Union(numbers, parts.Concatenate(parts.Label(first + 1, last - 1), Between(zeros, nines, parts)));
        return numbers;
    }
}
