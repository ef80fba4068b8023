using System.Globalization;

namespace Search.Articles.Querying.Places;

/// <summary>What places of words are looked for in a text. The kinds are its nested records; words are numbers into the query's list.</summary>
/// <remarks>
/// A plan has all places that fit, not only the shortest: of "a a b" both have a b within five words. <see cref="PlaceMatcher"/> finds them.
/// </remarks>
internal abstract record PlacePlan
{
    private PlacePlan()
    {
    }

    /// <summary>The plan in print: plans of the same words with the same key mean the same.</summary>
    public string Key => this switch
    {
        Word word => Number(word.Index),
        Cased cased => $"={Number(cased.Index)}<{cased.Text}>",
        Sequence sequence => $"[{string.Join(' ', sequence.Parts.Select(part => new string('*', part.GapBefore) + part.Plan.Key))}]",
        Choice choice => $"({string.Join('|', choice.Parts.Select(part => part.Key))})",
        Near near => $"({near.Left.Key}{(near.IsOrdered ? '>' : '~')}{Number(near.Distance)} {near.Right.Key})",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Whether the text itself has to be looked at.</summary>
    public bool NeedsText => this switch
    {
        Cased => true,
        Sequence sequence => sequence.Parts.Any(part => part.Plan.NeedsText),
        Choice choice => choice.Parts.Any(part => part.NeedsText),
        Near near => near.Left.NeedsText || near.Right.NeedsText,
        _ => false,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The places of a word or pattern.</summary>
    internal sealed record Word(int Index) : PlacePlan;

    /// <summary>The places of a word at which the text has these letters.</summary>
    internal sealed record Cased(int Index, string Text) : PlacePlan;

    /// <summary>Parts that follow one another.</summary>
    /// <param name="Parts">Each with the number of any words between it and the one before.</param>
    internal sealed record Sequence(IReadOnlyList<(PlacePlan Plan, int GapBefore)> Parts) : PlacePlan;

    /// <summary>The places of all parts.</summary>
    internal sealed record Choice(IReadOnlyList<PlacePlan> Parts) : PlacePlan;

    /// <summary>Two parts without overlap, the second of which starts at most so many positions behind the end of the first.</summary>
    internal sealed record Near(PlacePlan Left, PlacePlan Right, int Distance, bool IsOrdered) : PlacePlan;
}
