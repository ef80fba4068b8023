using Search.Engine.Search.Queries;

namespace Search.Engine.Suggest;

/// <summary>A term that may have been meant.</summary>
/// <param name="Text">The term.</param>
/// <param name="DocFreq">Number of documents with it, deleted ones included.</param>
/// <param name="Score">How similar it is to the word, at most 1: the boost of a similar term (<see cref="FuzzyQuery"/>).</param>
public sealed record SpellSuggestion(string Text, long DocFreq, float Score);
