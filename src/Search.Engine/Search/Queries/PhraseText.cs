using System.Globalization;
using System.Text;

namespace Search.Engine.Search.Queries;

/// <summary>The printed form of phrases: a question mark for a position without a term.</summary>
internal static class PhraseText
{
    // A phrase is printed for people: a gap of millions would fill the memory.
    private const int MostGapsPrinted = 100;

    /// <summary>Appends the positions that are left open before a term.</summary>
    public static void AppendGaps(StringBuilder text, int gaps)
    {
        for (var i = 0; i < Math.Min(gaps, MostGapsPrinted); i++)
            text.Append("? ");
    }

    /// <summary>The closing quote and the slop.</summary>
    public static string Close(StringBuilder text, int slop)
    {
        text.Append('"');
        if (slop > 0)
            text.Append('~').Append(slop.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
