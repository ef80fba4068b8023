namespace Search.Engine.Indexing.Threads;

/// <summary>Work of a writer that one thread at a time may do, without holding the lock: a flag under it that others wait for.</summary>
/// <remarks>
/// There are two: publishing (whoever has it alone replaces the segment list, so that deletes can be resolved and segments
/// opened without the lock) and committing (prepare and finish, with their syncs). A committing thread takes the turn to
/// publish as well, never the other way round. Shareable between threads.
/// </remarks>
internal sealed class Turn(WriterLife life)
{
    private bool _isTaken;

    /// <summary>Waits for the turn; disposing gives it back. The caller is inside the writer.</summary>
    /// <exception cref="ObjectDisposedException">The writer ended.</exception>
    public Holder Take()
    {
        lock (life.Lock)
        {
            life.WaitUntil(() => !_isTaken);
            _isTaken = true;
        }
        return new Holder(this);
    }

    /// <summary>Takes the turn when nobody has it.</summary>
    public bool TryTake(out Holder holder)
    {
        lock (life.Lock)
        {
            life.ThrowIfEnded();
            bool isFree = !_isTaken;
            _isTaken = true;
            holder = isFree ? new Holder(this) : default;
            return isFree;
        }
    }

    private void GiveBack()
    {
        lock (life.Lock)
        {
            _isTaken = false;
            life.Changed();
        }
    }

    /// <summary>The turn, for the one who has it.</summary>
    public readonly struct Holder(Turn turn) : IDisposable
    {
        public void Dispose() => turn.GiveBack();
    }
}
