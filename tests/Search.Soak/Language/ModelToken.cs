namespace Search.Soak.Language;

/// <summary>A word in a text.</summary>
/// <param name="Word">Which.</param>
/// <param name="Written">As it stands there, without a possessive.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends, behind the possessive.</param>
public sealed record ModelToken(ModelWord Word, string Written, int Start, int End);
