namespace Search.Engine.Search.Matching;

/// <summary>A place of one or more words in a document's field.</summary>
/// <param name="StartPosition">Position of the first word.</param>
/// <param name="EndPosition">Position of the last word, inclusive.</param>
/// <param name="StartOffset">Where the first word starts in the field's text, in UTF-16 code units; -1 when offsets are not indexed or were not asked for.</param>
/// <param name="EndOffset">Where the last word ends (exclusive); -1 likewise.</param>
public readonly record struct Occurrence(int StartPosition, int EndPosition, int StartOffset, int EndOffset);
