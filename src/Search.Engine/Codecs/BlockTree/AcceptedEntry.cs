namespace Search.Engine.Codecs.BlockTree;

/// <summary>An entry of a block that an automaton does not refuse.</summary>
/// <param name="SuffixStart">Its place among the block's suffixes.</param>
/// <param name="TermNumber">Terms of the block up to it, itself included.</param>
/// <param name="State">The automaton's state behind it.</param>
/// <param name="SubBlock">Where its block starts; -1 for a term.</param>
internal readonly record struct AcceptedEntry(int SuffixStart, int SuffixLength, int TermNumber, int State, long SubBlock);
