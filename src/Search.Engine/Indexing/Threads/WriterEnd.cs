using System.Diagnostics.CodeAnalysis;

namespace Search.Engine.Indexing.Threads;

/// <summary>That a writer is closed, and the failure that closed it, if one did.</summary>
internal sealed record WriterEnd(Exception? Cause)
{
    /// <exception cref="ObjectDisposedException">Always.</exception>
    [DoesNotReturn]
    public void Throw() => throw (Cause is null
        ? new ObjectDisposedException(nameof(IndexWriter))
        : new ObjectDisposedException($"The {nameof(IndexWriter)} ended after a failure; the last commit is valid: {Cause.Message}", Cause));
}
