namespace Search.Engine.Codecs;

/// <summary>One key of a segment's document order, as recorded in the <c>.si</c> file (container notes, section 6.2).</summary>
/// <param name="Provider"><c>SortField</c>, <c>SortedNumericSortField</c> or <c>SortedSetSortField</c>.</param>
/// <param name="Field">The column.</param>
/// <param name="Type"><c>STRING</c>, <c>INT</c>, <c>LONG</c>, <c>FLOAT</c> or <c>DOUBLE</c>; empty for sorted sets.</param>
/// <param name="Reverse">Descending.</param>
/// <param name="Selector">Which of several values counts; 0 where there is only one.</param>
/// <param name="Missing">The recorded missing value as its raw bits; null when there is none.</param>
internal sealed record IndexSortField(string Provider, string Field, string Type, bool Reverse, int Selector, long? Missing);
