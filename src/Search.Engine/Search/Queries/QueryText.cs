using System.Globalization;

namespace Search.Engine.Search.Queries;

/// <summary>The pieces of a query's printed form that several kinds share.</summary>
internal static class QueryText
{
    /// <summary>A number as Java prints it: always with a fraction, exponent from 1E7 up and below 0.001.</summary>
    public static string Number(float value) => Number(value, value.ToString("R", CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Number(float)"/>
    public static string Number(double value) => Number(value, value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The field and a colon, nothing for the default field.</summary>
    public static string FieldPrefix(string field, string defaultField) => field == defaultField ? "" : field + ":";

    /// <summary>A query inside another: boolean queries stand in parentheses.</summary>
    public static string Nested(Query query, string defaultField) =>
        query is BooleanQuery ? $"({query.ToString(defaultField)})" : query.ToString(defaultField);

    private static string Number(double value, string shortest)
    {
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "Infinity" : "-Infinity";
        double magnitude = Math.Abs(value);
        if (magnitude != 0 && (magnitude < 1e-3 || magnitude >= 1e7))
            return WithExponent(shortest);
        return shortest.Contains('.', StringComparison.Ordinal) ? shortest : shortest + ".0";
    }

    // The same digits with the point behind the first that is not zero.
    private static string WithExponent(string shortest)
    {
        string sign = shortest.StartsWith('-') ? "-" : "";
        string[] parts = shortest.TrimStart('-').Split('E');
        int exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        string digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        exponent += (point < 0 ? digits.Length : point) - 1;
        string significant = digits.TrimStart('0');
        exponent -= digits.Length - significant.Length;
        string fraction = significant[1..].TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{significant[0]}.{(fraction.Length == 0 ? "0" : fraction)}E{exponent}");
    }
}
