namespace Search.Articles.Names;

/// <summary>What a collection makes of one key.</summary>
/// <param name="Canonical">The form for all its spellings and short forms.</param>
/// <param name="Kind">What it names.</param>
/// <param name="IsWrittenSmall">Whether the collection has it in lower case and never with a firm capital.</param>
/// <param name="IsFirm">Whether the collection has it with capitals within sentences.</param>
internal sealed record ResolvedName(string Canonical, MentionKind Kind, bool IsWrittenSmall, bool IsFirm);
