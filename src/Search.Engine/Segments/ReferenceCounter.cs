using System.Diagnostics;

namespace Search.Engine.Segments;

/// <summary>Closes something when the last of those that share it lets go.</summary>
/// <remarks>Starts with one reference. Shareable between threads.</remarks>
internal sealed class ReferenceCounter(Action close)
{
    private int _references = 1;

    /// <summary>One more reference; the caller holds one or knows somebody who does.</summary>
    public void Acquire()
    {
        int references = Interlocked.Increment(ref _references);
        Debug.Assert(references > 1, "what was closed cannot be shared again");
    }

    /// <summary>One reference less; the last one closes.</summary>
    public void Release()
    {
        int references = Interlocked.Decrement(ref _references);
        Debug.Assert(references >= 0, "released more often than acquired");
        if (references == 0)
            close();
    }
}
