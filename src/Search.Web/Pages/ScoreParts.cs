using System.Globalization;
using Search.Articles.Searching;

namespace Search.Web.Pages;

/// <summary>Parts of a score as they are shown: rounded so that what is shown still adds up.</summary>
internal static class ScoreParts
{
    private const int Scale = 1000;

    /// <summary>A score with three decimals.</summary>
    public static string Rounded(float score) => Written(Units(score));

    /// <summary>The parts of a sum, with values that add up to the rounded sum: the largest part takes what rounding leaves over.</summary>
    public static IReadOnlyList<(ScorePart Part, string Value)> Rounded(ScorePart sum)
    {
        if (sum.Parts.Count == 0)
            return [];
        long[] units = [.. sum.Parts.Select(part => Units(part.Value))];
        units[Array.IndexOf(units, units.Max())] += Units(sum.Value) - units.Sum();
        return [.. sum.Parts.Zip(units, (part, value) => (part, Written(value)))];
    }

    private static long Units(float value) => (long)Math.Round(value * (double)Scale);

    private static string Written(long units) => ((decimal)units / Scale).ToString("0.000", CultureInfo.InvariantCulture);
}
