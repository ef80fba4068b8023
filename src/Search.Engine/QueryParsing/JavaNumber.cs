using System.Globalization;

namespace Search.Engine.QueryParsing;

/// <summary>Reads decimal numbers as Java does: with an optional type letter, NaN and Infinity spelled so.</summary>
internal static class JavaNumber
{
    /// <summary>False if the text is no number. Hexadecimal forms are not read.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out float value)
    {
        if (text.Length > 1 && text[^1] is 'f' or 'F' or 'd' or 'D' && text[^2] is '.' or (>= '0' and <= '9'))
            text = text[..^1];
        value = text switch
        {
            "NaN" or "+NaN" or "-NaN" => float.NaN,
            "Infinity" or "+Infinity" => float.PositiveInfinity,
            "-Infinity" => float.NegativeInfinity,
            _ => 0,
        };
        if (value != 0)
            return true;
        const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return text.ContainsAnyInRange('0', '9') && float.TryParse(text, Decimal, CultureInfo.InvariantCulture, out value);
    }
}
