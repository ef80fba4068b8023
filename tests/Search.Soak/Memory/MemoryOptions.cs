namespace Search.Soak.Memory;

/// <summary>How a <see cref="MemoryRun"/> goes.</summary>
/// <param name="Paragraphs">Paragraphs of the generated corpus.</param>
/// <param name="BudgetMB">Memory that the writer is given.</param>
/// <param name="LimitMB">Anonymous memory that the whole process may take at any moment.</param>
/// <param name="Threads">Threads that add, a run each.</param>
/// <param name="WithOracle">Whether Lucene does the same for comparison.</param>
public sealed record MemoryOptions(int Paragraphs, int BudgetMB, int LimitMB, IReadOnlyList<int> Threads, bool WithOracle);
