using System.Text.RegularExpressions;

namespace Search.Articles.Cleaning;

/// <summary>A pattern that makes a whole block page furniture.</summary>
/// <param name="Reason">Why, from <see cref="FurnitureReasons"/>.</param>
/// <param name="Pattern">Matches the block's flattened text from start to end.</param>
/// <param name="MaxWords">Longer blocks are never judged by it.</param>
internal sealed record FurnitureRule(string Reason, Regex Pattern, int MaxWords);
