namespace Search.Engine.Index;

/// <summary>A frequency and a norm that bound the documents of a block: none has a higher frequency at a norm as low.</summary>
/// <param name="Freq">Occurrences in a document.</param>
/// <param name="Norm">The document's norm; smaller, compared as unsigned, means shorter and better. 1 without norms.</param>
public readonly record struct Impact(int Freq, long Norm);
