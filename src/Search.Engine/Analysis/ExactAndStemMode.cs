namespace Search.Engine.Analysis;

/// <summary>Which forms of a word <see cref="ExactAndStemFilter"/> yields.</summary>
public enum ExactAndStemMode
{
    /// <summary>The exact form, and at the same position the stem: for indexing.</summary>
    Both,

    /// <summary>Only the stem: for queries that any form of the word answers.</summary>
    StemOnly,

    /// <summary>Only the exact form: for queries that ask for the wording.</summary>
    ExactOnly,
}
