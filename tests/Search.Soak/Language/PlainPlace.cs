namespace Search.Soak.Language;

/// <summary>A way in which a text has what is asked for.</summary>
/// <param name="Start">First position.</param>
/// <param name="End">Last position, inclusive.</param>
/// <param name="Marks">What takes part in it: positions from and to, both inclusive; a phrase is one.</param>
internal sealed record PlainPlace(int Start, int End, IReadOnlyList<(int From, int To)> Marks);
