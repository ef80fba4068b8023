namespace Search.Articles.Searching;

/// <summary>The values of one kind among the results.</summary>
/// <param name="Field">What kind.</param>
/// <param name="Values">Most frequent first; months in order of time. What is chosen or excluded is always among them.</param>
public sealed record FacetGroup(FacetField Field, IReadOnlyList<FacetValue> Values);

/// <summary>A value and the number of articles that it stands for.</summary>
/// <param name="Value">The value, as it can be filtered by.</param>
/// <param name="Count">
/// Articles with a matching paragraph that has it. Of outlets, authors and months: as if none of that kind were chosen, so each
/// count is what choosing that value alone gives. Of an excluded value: what comes back when it is no longer excluded.
/// </param>
/// <param name="IsSelected">Whether results are narrowed to it.</param>
/// <param name="IsExcluded">Whether results must not have it.</param>
public sealed record FacetValue(string Value, int Count, bool IsSelected, bool IsExcluded);

/// <summary>A bar of the histogram of publication dates.</summary>
/// <param name="Label">The year, month or day: <c>2023</c>, <c>2023-09</c>, <c>2023-09-18</c>.</param>
/// <param name="From">Its first moment, UTC.</param>
/// <param name="Until">The first moment after it.</param>
/// <param name="Count">Articles among the results.</param>
public sealed record HistogramBar(string Label, DateTimeOffset From, DateTimeOffset Until, int Count);
