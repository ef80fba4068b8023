namespace Search.Articles.Names;

/// <summary>A stretch of text that is written as a name, before the collection is asked what it names.</summary>
/// <param name="Start">First UTF-16 code unit in the text.</param>
/// <param name="Length">Number of code units.</param>
/// <param name="Form">The name as written, white space single.</param>
/// <param name="Key">Key under which its spellings count together (<see cref="NameKey"/>).</param>
internal sealed record RawMention(int Start, int Length, string Form, string Key)
{
    /// <summary>What the words in and around it speak for.</summary>
    public KindScores Scores { get; init; }

    /// <summary>Whether its capital may come from the place in the sentence alone, and nothing in the article says otherwise.</summary>
    public bool Doubtful { get; init; }

    /// <summary>What remains when the first word has its capital only from the place in the sentence; null when that cannot be.</summary>
    public RawMention? Rest { get; init; }

    /// <summary>Whether it is one word that the general list has in lower case.</summary>
    public bool IsCommonWord { get; init; }

    /// <summary>Whether it stands before a lower-case noun as an adjective would.</summary>
    public bool Adjectival { get; init; }

    /// <summary>Whether the text gives names and ordinary words the same capitals: it is no evidence for a spelling.</summary>
    public bool FromHeading { get; init; }

    /// <summary>Key of the full name that the article used for it; null when it is none or the article does not say.</summary>
    public string? FullKey { get; init; }

    /// <summary>Whether the lists know it as an adjective or a people: it counts as no name.</summary>
    public bool IsDemonym { get; init; }

    /// <summary>The mention with the lower-case noun behind it, "Pacific fleet": the same name when the collection knows it with a capital.</summary>
    public RawMention? WithNoun { get; init; }

    public int End => Start + Length;

    public bool IsSingleWord => !Key.Contains(' ');
}
