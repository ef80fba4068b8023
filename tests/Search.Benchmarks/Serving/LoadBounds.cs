namespace Search.Benchmarks.Serving;

/// <summary>When a phase of load ends: whichever comes first.</summary>
/// <param name="MostTime">So long.</param>
/// <param name="MostRequests">So many requests of all clients together.</param>
internal sealed record LoadBounds(TimeSpan MostTime, int MostRequests);
