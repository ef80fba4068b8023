namespace Search.Articles.Searching;

/// <summary>What a suggestion is.</summary>
public enum SuggestionKind
{
    /// <summary>A word, or words, of paragraphs.</summary>
    Word,

    /// <summary>A name, canonical form.</summary>
    Name,

    /// <summary>A place, canonical form.</summary>
    Place,

    /// <summary>An outlet.</summary>
    Outlet,

    /// <summary>A headline.</summary>
    Headline,
}

/// <summary>A completion of what is being typed.</summary>
/// <param name="Text">The whole text, in the place of what was typed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Count">Paragraphs with the word, the name or the place; articles of the outlet or with the headline.</param>
public sealed record Suggestion(string Text, SuggestionKind Kind, int Count);
