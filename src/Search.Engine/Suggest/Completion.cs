namespace Search.Engine.Suggest;

/// <summary>A term that completes what was typed.</summary>
/// <param name="Text">The term.</param>
/// <param name="Weight">What it is ranked by.</param>
/// <param name="Edits">How many edits lie between what was typed and the start of the term.</param>
public sealed record Completion(string Text, long Weight, int Edits);
