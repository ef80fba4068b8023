using Search.Articles.Searching;

namespace Search.Web.Hosting.Indexing;

/// <summary>Whether the index is being brought in line with the articles, and what came of it.</summary>
/// <remarks>Shareable.</remarks>
internal sealed class IndexingState
{
    private volatile TaskCompletionSource? _running;
    private volatile IndexReport? _report;
    private volatile string? _fault;

    /// <summary>Whether it is being done for the first time since the host started.</summary>
    public bool IsRunning => _running is { Task.IsCompleted: false };

    /// <summary>Ends when it is no longer being done.</summary>
    public Task WhenDone => _running?.Task ?? Task.CompletedTask;

    /// <summary>What the last one did; null before the first.</summary>
    public IndexReport? Report => _report;

    /// <summary>Why the last one failed; null when it did not.</summary>
    public string? Fault => _fault;

    public void Start() => _running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Done(IndexReport? report, string? fault)
    {
        _report = report ?? _report;
        _fault = fault;
        _running?.TrySetResult();
    }
}
