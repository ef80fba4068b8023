using Search.Articles.Searching;

namespace Search.Articles.Results;

/// <summary>A text that can be suggested.</summary>
/// <param name="Text">As it is shown.</param>
/// <param name="Key">Its words in lower case without accents, one space between them.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Count">How often it stands in the index.</param>
internal sealed record SuggestionEntry(string Text, string Key, SuggestionKind Kind, int Count);
