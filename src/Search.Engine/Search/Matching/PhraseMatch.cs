namespace Search.Engine.Search.Matching;

/// <summary>Where a phrase occurs: positions (both inclusive) and offsets (-1 when not indexed).</summary>
internal readonly record struct PhraseMatch(int StartPosition, int EndPosition, int StartOffset, int EndOffset);
