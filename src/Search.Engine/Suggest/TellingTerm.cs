using Search.Engine.Index;

namespace Search.Engine.Suggest;

/// <summary>A word of a text and how much it tells about the text.</summary>
/// <param name="Score">Occurrences in the text times the word's rarity.</param>
public readonly record struct TellingTerm(Term Term, float Score);
