using System.Runtime.ExceptionServices;

namespace Search.Engine.Indexing.Threads;

/// <summary>The only lock of a writer, which threads are inside, and how the writer ends.</summary>
/// <remarks>
/// <para>Every call enters, and leaves when it touches nothing of the writer any more. Once the writer has ended nobody enters,
/// whoever is inside fails at its next step, and the last one out closes: so nothing is written or deleted behind the back of
/// a thread that is still at work.</para>
/// <para>A monitor, not a <see cref="System.Threading.Lock"/>, because threads wait for conditions on it: for memory, for a
/// <see cref="Turn"/>, for other threads' buffers. Held for short steps in memory and for deletions of files, never for
/// analysis, inversion, compression or sync. Shareable between threads.</para>
/// </remarks>
internal sealed class WriterLife : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Action _close;
    private int _inside;
    private bool _isClosing;
    private bool _isClosed;
    private WriterEnd? _end;
    private Exception? _untold; // the failure that ended the writer, until a caller has heard of it
    private Exception? _closeFault;

    /// <param name="close">Gives up what is not committed and closes everything; called once, without the lock, when all are out.</param>
    public WriterLife(Action close)
    {
        _close = close;
        Stop = _stop.Token;
    }

    /// <summary>Guards all state of the writer.</summary>
    public object Lock { get; } = new();

    /// <summary>Tells background work to stop: the writer is being closed, rolled back, or has failed.</summary>
    public CancellationToken Stop { get; }

    /// <summary>Lets the calling thread in.</summary>
    /// <exception cref="ObjectDisposedException">The writer is closed, or about to be.</exception>
    public void Enter()
    {
        lock (Lock)
        {
            ThrowIfEnded();
            ObjectDisposedException.ThrowIf(_isClosing, typeof(IndexWriter));
            _inside++;
        }
    }

    /// <summary>Lets a thread in that is about to start, unless the writer is closed or about to be.</summary>
    public bool TryEnter()
    {
        lock (Lock)
        {
            bool isOpen = _end is null && !_isClosing;
            _inside += isOpen ? 1 : 0;
            return isOpen;
        }
    }

    /// <summary>Lets the calling thread out; the last one out of a writer that ended closes it.</summary>
    public void Leave()
    {
        lock (Lock)
        {
            _inside--;
            Monitor.PulseAll(Lock);
            if (_inside > 0 || _end is null)
                return;
        }
        Close();
    }

    /// <summary>Runs a change after whose failure there is no state to go on from: it ends the writer.</summary>
    /// <remarks>The caller is inside.</remarks>
    public T Guard<T>(Func<T> change)
    {
        try
        {
            return change();
        }
        catch (Exception fault)
        {
            Fail(fault);
            throw;
        }
    }

    /// <summary>Ends the writer because of a failure; without effect when it has ended already.</summary>
    /// <remarks>The caller is inside and does not hold the lock.</remarks>
    public void Fail(Exception cause) => End(new WriterEnd(cause));

    /// <summary>Notes what a call throws: where it is the failure that ended the writer, or tells of it, closing need not throw it too.</summary>
    public void Told(Exception thrown)
    {
        lock (Lock)
        {
            if (_untold is not null && (thrown == _untold || thrown.InnerException == _untold))
                _untold = null;
        }
    }

    /// <summary>Waits, with the lock given up meanwhile, until a condition is met. The caller holds the lock.</summary>
    /// <exception cref="ObjectDisposedException">The writer ended.</exception>
    public void WaitUntil(Func<bool> isMet)
    {
        ThrowIfEnded();
        while (!isMet())
        {
            Monitor.Wait(Lock);
            ThrowIfEnded();
        }
    }

    /// <summary>Wakes the threads that wait for a condition. The caller holds the lock.</summary>
    public void Changed() => Monitor.PulseAll(Lock);

    /// <summary>Throws when the writer has ended. The caller holds the lock.</summary>
    public void ThrowIfEnded()
    {
        if (_end is not null)
            _end.Throw();
    }

    /// <summary>Ends the writer, giving up what is not committed, and waits until it is closed.</summary>
    public void RollBack()
    {
        bool isFirst;
        lock (Lock)
        {
            isFirst = _end is null && !_isClosing;
            _inside += isFirst ? 1 : 0;
        }
        if (isFirst)
        {
            End(new WriterEnd(null));
            Leave();
        }
        AwaitClosed();
        TakeUntold(); // nobody expects what was given up to be there
    }

    /// <summary>
    /// Shuts the door, waits until all are out, runs a last change inside and closes. Where the writer is ending already it
    /// only waits until it is closed, and throws the failure that ended it if nobody has been told of it: what the caller
    /// believes to be committed is not.
    /// </summary>
    public void CloseAfter(Action lastChange)
    {
        if (TryBecomeLast())
        {
            try
            {
                lastChange();
                End(new WriterEnd(null));
            }
            catch (Exception fault)
            {
                Fail(fault);
                Told(fault);
                throw;
            }
            finally
            {
                Leave();
            }
        }
        AwaitClosed();
        if (TakeUntold() is { } failure)
            ExceptionDispatchInfo.Throw(failure);
    }

    /// <summary>Frees what is left of a writer that is closed.</summary>
    public void Dispose() => _stop.Dispose();

    private bool TryBecomeLast()
    {
        lock (Lock)
        {
            if (_end is not null || _isClosing)
                return false;
            _isClosing = true;
        }
        _stop.Cancel();
        lock (Lock)
        {
            while (_inside > 0)
                Monitor.Wait(Lock);
            if (_end is not null)
                return false;
            _inside = 1;
            return true;
        }
    }

    private void End(WriterEnd end)
    {
        lock (Lock)
        {
            _untold = _end is null ? end.Cause : _untold;
            _end ??= end;
            Monitor.PulseAll(Lock);
        }
        _stop.Cancel();
    }

    private Exception? TakeUntold()
    {
        lock (Lock)
        {
            Exception? untold = _untold;
            _untold = null;
            return untold;
        }
    }

    private void Close()
    {
        try
        {
            _close();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // After a failure that one is to be reported, and the next writer clears the rest away.
            _closeFault = _end!.Cause is null ? fault : null;
        }
        finally
        {
            lock (Lock)
            {
                _isClosed = true;
                Monitor.PulseAll(Lock);
            }
        }
    }

    private void AwaitClosed()
    {
        lock (Lock)
        {
            while (!_isClosed)
                Monitor.Wait(Lock);
            if (_closeFault is { } fault)
            {
                _closeFault = null;
                throw new IOException($"The writer closed, but not cleanly: {fault.Message}", fault);
            }
        }
    }
}
