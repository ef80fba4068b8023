using System.Globalization;
using System.Text.RegularExpressions;

namespace Search.Articles.Querying.Syntax;

/// <summary>What stands between two operands that belong together: nearness, and connectors of other search languages.</summary>
internal static partial class QueryOperators
{
    /// <summary>Furthest that words may stand from each other.</summary>
    public const int MaxDistance = 1000;

    // What NEAR means where no number is given.
    private const int UsualDistance = 10;

    /// <summary>What stands at a place.</summary>
    /// <param name="Length">Number of code units; 0: no operator.</param>
    /// <param name="Scope">Both in one sentence or paragraph; null: near each other.</param>
    /// <param name="Distance">At most so many positions; 0 when the number is missing or wrong.</param>
    /// <param name="IsOrdered">Whether the left one comes first.</param>
    /// <param name="IsCertain">Whether it is an operator wherever it stands, and no word.</param>
    public readonly record struct Found(int Length, ScopeKind? Scope, int Distance, bool IsOrdered, bool IsCertain)
    {
        /// <summary>As it is written here.</summary>
        public string Canonical => Scope switch
        {
            ScopeKind.Sentence => "s:( )",
            ScopeKind.Paragraph => "p:( )",
            _ => string.Create(CultureInfo.InvariantCulture, $"{(IsOrdered ? "pre" : "near")}/{Distance}"),
        };
    }

    /// <summary>Looks for an operator at the reader's place.</summary>
    public static Found Look(QueryReader reader)
    {
        Match match = reader.Look(Slashed);
        if (match.Success)
            return OfSlashed(match);
        match = reader.Look(Bare);
        if (match.Success)
            return new Found(match.Length, match.Groups["n"].Value is "s" or "S" ? ScopeKind.Sentence : match.Groups["n"].Value is "p" or "P" ? ScopeKind.Paragraph : null, Number(match), false, true);
        match = reader.Look(Joined);
        if (!match.Success || (reader.CapitalsAreWords && !match.Groups["n"].Success))
            return default;
        string name = match.Groups["name"].Value.ToUpperInvariant();
        int distance = match.Groups["n"].Success ? Number(match) : name == "ADJ" ? 1 : UsualDistance;
        return new Found(match.Length, null, distance, IsOrderedName(name) || (name == "ADJ" && distance == 1), IsCertain: false);
    }

    /// <summary>Whether a word by itself would be taken for an operator or for a sign.</summary>
    public static bool IsOperator(string word)
    {
        if (word is "AND" or "OR" or "NOT" or "&" or "/")
            return true;
        Found found = Look(new QueryReader(word));
        return found.Length > 0 || word[0] is '/' or '&';
    }

    private static Found OfSlashed(Match match)
    {
        string name = match.Groups["name"].Value.ToUpperInvariant();
        string number = match.Groups["n"].Value;
        bool isLong = name.Length > 1 || name == "W";
        if (isLong && number is "s" or "S")
            return new Found(match.Length, ScopeKind.Sentence, 0, false, true);
        if (isLong && number is "p" or "P")
            return new Found(match.Length, ScopeKind.Paragraph, 0, false, true);
        int distance = Number(match);
        // "w/o" and "n/a" are words; "near/x" can only be a mistake.
        if (distance == 0 && name is not ("NEAR" or "PRE"))
            return default;
        return new Found(match.Length, null, distance, IsOrderedName(name) || (name == "ADJ" && distance == 1), true);
    }

    private static bool IsOrderedName(string name) => name is "PRE" or "ONEAR" or "P" or "O";

    private static int Number(Match match) =>
        int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and <= MaxDistance ? number : 0;

    [GeneratedRegex("""\G(?<name>near|within|adj|around|pre|onear|w|n|o|p)/(?<n>[\w.\-]*)(?=\s|$|[()"])""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slashed { get; }

    [GeneratedRegex("""\G/(?<n>[spSP]|\d+)(?=\s|$|[()"])""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bare { get; }

    [GeneratedRegex("""\G((?i:(?<name>near|adj|pre|onear|around)(?<n>\d+))(?=\s|$|[()"])|(?<name>AROUND)\s*\(\s*(?<n>\d+)\s*\)|(?<name>NEAR|ADJ)(?=\s|$|[("]))""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joined { get; }
}
