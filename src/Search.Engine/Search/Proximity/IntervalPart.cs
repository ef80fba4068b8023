using Search.Engine.Search.Matching;

namespace Search.Engine.Search.Proximity;

/// <summary>A word or phrase that takes part in an interval.</summary>
/// <param name="Field">The field in which it stands.</param>
/// <param name="Place">Positions and offsets.</param>
internal readonly record struct IntervalPart(string Field, PhraseMatch Place);
