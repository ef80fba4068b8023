namespace Search.Web.Hosting;

/// <summary>A search took longer than it may.</summary>
/// <param name="milliseconds">How long it may take.</param>
internal sealed class QueryBudgetException(long milliseconds)
    : Exception($"The search took longer than the {milliseconds} ms that it may: ask for less, with fewer patterns or more filters.")
{
    /// <summary>How long it may take, in milliseconds.</summary>
    public long Milliseconds { get; } = milliseconds;
}
