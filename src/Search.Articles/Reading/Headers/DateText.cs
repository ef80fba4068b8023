namespace Search.Articles.Reading.Headers;

/// <summary>A date that was found in a text.</summary>
/// <param name="Value">The moment; midnight when no time of day stands with it, UTC when no zone does.</param>
/// <param name="HasTime">Whether a time of day stands with it.</param>
/// <param name="HasZone">Whether a zone stands with it.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Exclusive end, time and zone included.</param>
internal readonly record struct DateText(DateTimeOffset Value, bool HasTime, bool HasZone, int Start, int End);
