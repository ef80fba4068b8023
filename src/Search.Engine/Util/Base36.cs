namespace Search.Engine.Util;

/// <summary>Generations and segment numbers as they stand in file names: base 36, lower case, no padding.</summary>
internal static class Base36
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static string Format(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Span<char> buffer = stackalloc char[13];
        int start = buffer.Length;
        do
        {
            buffer[--start] = Digits[(int)(value % 36)];
            value /= 36;
        }
        while (value != 0);
        return new string(buffer[start..]);
    }

    /// <summary>False for anything that <see cref="Format"/> cannot have written, leading zeros excepted.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > 12)
            return false;
        foreach (char c in text)
        {
            int digit = Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
                return false;
            value = value * 36 + digit;
        }
        return true;
    }
}
