using System.Collections.Frozen;

namespace Search.Articles.Paragraphs;

/// <summary>Words that end with a full stop without ending a sentence.</summary>
internal static class Abbreviations
{
    // Never the last word of a sentence: a name or number follows.
    private static readonly FrozenSet<string> Leading = new[]
    {
        "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "hon", "st", "mt", "ft", "gen", "lt", "col", "maj", "capt", "cpt", "cmdr", "cdr",
        "adm", "sgt", "cpl", "pvt", "brig", "sen", "rep", "gov", "pres", "amb", "supt", "det", "insp", "messrs", "mme", "mlle", "sra", "herr",
        "vs", "v", "cf", "eg", "e.g", "i.e", "ie", "viz", "approx", "figs", "nos", "pp",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // May end a sentence: the next word decides. Letter case counts: "Ill." is a state, "ill." is not.
    private static readonly FrozenSet<string> Trailing = new[]
    {
        "Inc", "Corp", "Co", "Ltd", "LLC", "Plc", "plc", "Bros", "Jr", "Sr", "etc", "al", "a.m", "p.m", "U.S", "U.K", "U.N", "E.U", "D.C",
        "Ave", "Blvd", "Rd", "Ph.D", "No", "Est", "Calif", "Fla", "Mass", "Mich", "Ill", "Pa", "Tenn", "Ariz", "Conn", "Ga", "Ala", "Ark",
        "Colo", "Del", "Kan", "Ky", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Va", "Vt", "Wash", "Wis", "Wyo", "Dept", "Univ",
        "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Vol", "Fig", "Tel",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Words that start sentences and are written small elsewhere.
    private static readonly FrozenSet<string> Starters = new[]
    {
        "The", "A", "An", "In", "On", "At", "He", "She", "It", "They", "We", "You", "I", "But", "And", "However", "This", "That", "These", "Those",
        "There", "When", "While", "After", "Before", "As", "If", "For", "His", "Her", "Their", "Its", "Our", "My", "With", "By", "From", "During",
        "According", "Although", "Since", "Once", "Then", "So", "Yet", "Not", "No", "What", "Who", "Why", "How", "Where", "Some", "Many", "Most",
        "Both", "One", "Two", "Now", "Last", "Meanwhile", "Earlier", "Later", "Despite", "Because", "Under", "To", "Of", "Or", "Still", "Also",
        "Other", "Another", "Such", "All", "Each", "Every", "Until", "Unlike", "Among", "Between", "Through", "Over", "Instead", "Moreover",
        "Furthermore", "Additionally", "Nevertheless", "Perhaps", "Even", "Just", "Only", "Here", "Let", "Let’s", "Let's",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the word before a full stop never ends a sentence.</summary>
    public static bool IsLeading(ReadOnlySpan<char> word) =>
        Leading.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether the word before a full stop is an abbreviation that may end a sentence.</summary>
    public static bool IsTrailing(ReadOnlySpan<char> word) =>
        Trailing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || word.Length == 1 && char.IsUpper(word[0]) || IsInitials(word);

    /// <summary>Whether a capitalised word is one that starts sentences and is written small elsewhere.</summary>
    public static bool IsSentenceStarter(ReadOnlySpan<char> word) => Starters.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    // "J.K", "U.S.S.R": single letters with dots between.
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Length % 2 == 0) return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.') return false;
        }

        return true;
    }
}
