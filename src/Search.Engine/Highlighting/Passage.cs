namespace Search.Engine.Highlighting;

/// <summary>A stretch of text, cut at sentence boundaries, with the marks in it.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">Exclusive end.</param>
/// <param name="Score">How well it shows the match; 0 for a passage without marks.</param>
/// <param name="Marks">In order of start, then end.</param>
public sealed record Passage(int Start, int End, float Score, IReadOnlyList<TextMark> Marks);
