using Search.Engine.Indexing.Threads;

namespace Search.Engine.Indexing.Merging;

/// <summary>Sees to it that merges that are due get done, by threads of their own or by the calling one.</summary>
/// <remarks>
/// A merge that fails ends the writer with its cause. When the writer is closed or rolled back, running merges stop at their
/// next look at the token and waiting ones are dropped: their sources stay. Shareable between threads.
/// </remarks>
internal sealed class MergeCoordinator(
    WriterLife life, LiveIndex index, MergeQueue queue, MergeSelector selector, MergeWorker worker, MergeScheduler scheduler)
{
    private long _seenVersion = index.Current.Version; // of the list for which the policy was asked last

    /// <summary>Starts, or does, what is due since the list changed. The caller is inside the writer and holds nothing.</summary>
    public void Continue()
    {
        if (index.Current.Version == Volatile.Read(ref _seenVersion))
            return;
        QueueDue();
        Dispatch();
    }

    /// <summary>Continues after a call that came to its end; when that fails, the call's result, which nobody will see, is disposed.</summary>
    public T ContinueAfter<T>(T result)
    {
        try
        {
            Continue();
            return result;
        }
        catch
        {
            (result as IDisposable)?.Dispose();
            throw;
        }
    }

    /// <summary>Waits while too many merges wait; called before documents are added. The caller is inside the writer.</summary>
    public void AwaitRoom()
    {
        if (scheduler.IsSerial || queue.Waiting <= scheduler.MaxWaiting) // a stale number lets one more in, or looks again
            return;
        lock (life.Lock)
            life.WaitUntil(() => queue.Waiting <= scheduler.MaxWaiting || life.Stop.IsCancellationRequested);
    }

    /// <summary>Waits until no merge is due, waits or runs. The caller is inside the writer.</summary>
    public void AwaitAll()
    {
        QueueDue();
        Dispatch();
        lock (life.Lock)
            life.WaitUntil(() => queue.IsIdle || life.Stop.IsCancellationRequested);
    }

    /// <summary>Merges the segments that are there now to at most so many. The caller is inside the writer.</summary>
    public void ForceMerge(int maxSegments)
    {
        ForcedMerge forced;
        lock (life.Lock)
        {
            life.ThrowIfEnded();
            forced = queue.Open(index.Current.Segments.Select(segment => segment.Name));
        }
        try
        {
            while (QueueForced(forced, maxSegments) is { } finished)
            {
                Dispatch();
                AwaitProgress(() => queue.Finished > finished);
            }
        }
        finally
        {
            lock (life.Lock)
            {
                queue.Close(forced);
                life.Changed();
            }
        }
    }

    /// <summary>Merges the segments with many deleted documents. The caller is inside the writer.</summary>
    public void ForceMergeDeletes()
    {
        IReadOnlyList<PendingMerge> merges;
        lock (life.Lock)
        {
            life.ThrowIfEnded();
            merges = selector.QueueForcedDeletes(index.Current);
        }
        Dispatch();
        AwaitProgress(() => !merges.Any(merge => merge.Sources.Any(queue.IsMerging)));
    }

    private void QueueDue()
    {
        lock (life.Lock)
        {
            if (life.Stop.IsCancellationRequested || index.Current.Version == _seenVersion)
                return;
            Volatile.Write(ref _seenVersion, index.Current.Version);
            life.Guard(() =>
            {
                selector.QueueDue(index.Current);
                return true;
            });
        }
    }

    // How many merges had ended when it was asked; null when nothing is left to do.
    private long? QueueForced(ForcedMerge forced, int maxSegments)
    {
        lock (life.Lock)
        {
            life.ThrowIfEnded();
            bool isQueued = selector.QueueForced(index.Current, forced, maxSegments);
            bool isMerging = index.Current.Segments.Any(segment => forced.Contains(segment.Name) && queue.IsMerging(segment.Name));
            return isQueued || isMerging ? queue.Finished : null;
        }
    }

    private void AwaitProgress(Func<bool> isMade)
    {
        lock (life.Lock)
            life.WaitUntil(() => isMade() || life.Stop.IsCancellationRequested);
        ObjectDisposedException.ThrowIf(life.Stop.IsCancellationRequested, typeof(IndexWriter));
    }

    private void Dispatch()
    {
        if (scheduler.IsSerial)
        {
            while (Next(most: 1) is { } merge)
                Run(merge);
            return;
        }
        lock (life.Lock)
        {
            while (queue.Waiting > 0 && queue.Running < scheduler.MaxThreads && life.TryEnter())
                StartThread(Next(scheduler.MaxThreads));
        }
    }

    private PendingMerge? Next(int most)
    {
        lock (life.Lock)
            return life.Stop.IsCancellationRequested ? null : queue.Start(most);
    }

    // The thread is inside the writer until it ends.
    private void StartThread(PendingMerge? first) => new Thread(() =>
    {
        try
        {
            for (PendingMerge? merge = first; merge is not null; merge = Next(scheduler.MaxThreads))
                Run(merge);
        }
        catch (Exception)
        {
            // It has ended the writer, which tells its next caller, or whoever closes it.
        }
        finally
        {
            life.Leave();
        }
    })
    {
        IsBackground = true,
        Name = "Search.Engine merge",
    }.Start();

    private void Run(PendingMerge merge)
    {
        string? result = null;
        try
        {
            result = worker.Run(merge);
        }
        catch (OperationCanceledException) when (life.Stop.IsCancellationRequested)
        {
            // The writer is being closed: the segments stay as they are.
        }
        catch (Exception fault)
        {
            life.Fail(fault);
            throw;
        }
        finally
        {
            lock (life.Lock)
            {
                queue.Finish(merge, result);
                QueueDue();
                life.Changed();
            }
        }
    }
}
