using System.Globalization;

namespace Search.Engine.Search.Queries;

/// <summary>The pieces of a query's printed form that several kinds share.</summary>
internal static class QueryText
{
    /// <summary>A number as Java prints it: always with a fraction, exponent from 1E7 up and below 0.001.</summary>
    public static string Number(float value) => Number(value, value.ToString("E8", CultureInfo.InvariantCulture), value.ToString("R", CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Number(float)"/>
    public static string Number(double value) => Number(value, value.ToString("E16", CultureInfo.InvariantCulture), value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The field and a colon, nothing for the default field.</summary>
    public static string FieldPrefix(string field, string defaultField) => field == defaultField ? "" : field + ":";

    /// <summary>A query inside another: boolean queries stand in parentheses.</summary>
    public static string Nested(Query query, string defaultField) =>
        query is BooleanQuery ? $"({query.ToString(defaultField)})" : query.ToString(defaultField);

    private static string Number(double value, string scientific, string shortest)
    {
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "Infinity" : "-Infinity";
        double magnitude = Math.Abs(value);
        if (magnitude != 0 && (magnitude < 1e-3 || magnitude >= 1e7))
            return WithExponent(scientific, shortest);
        return shortest.Contains('.', StringComparison.Ordinal) ? shortest : shortest + ".0";
    }

    // The digits are those of the shortest form, the exponent that of the scientific one.
    private static string WithExponent(string scientific, string shortest)
    {
        int exponent = int.Parse(scientific.AsSpan(scientific.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        int end = shortest.IndexOf('E', StringComparison.Ordinal);
        string mantissa = end < 0 ? shortest : shortest[..end];
        string sign = mantissa.StartsWith('-') ? "-" : "";
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('-').TrimStart('0').TrimEnd('0');
        string fraction = digits.Length > 1 ? digits[1..] : "0";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}.{fraction}E{exponent}");
    }
}
