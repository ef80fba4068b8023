namespace Search.Engine.Codecs.BlockTree;

/// <summary>One block of a floor group as it was written.</summary>
/// <param name="FilePointer">Where it starts in <c>.tim</c>.</param>
/// <param name="LeadByte">First byte behind the prefix of its first entry; -1 when that entry is the prefix itself.</param>
/// <param name="HasTerms">Whether the block itself holds a term.</param>
internal readonly record struct FloorBlock(long FilePointer, int LeadByte, bool HasTerms);
