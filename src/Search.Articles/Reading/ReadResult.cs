using Search.Articles.Searching;

namespace Search.Articles.Reading;

/// <summary>What reading came to next: an article's record, or something that was skipped. One of the two is null.</summary>
/// <param name="Record">The record.</param>
/// <param name="Skipped">What was skipped, and why.</param>
public sealed record ReadResult(SourceRecord? Record, SkippedSource? Skipped);
