namespace Search.Engine.Store;

/// <summary>Receives a file of a <see cref="MemoryDirectory"/> and hands it over, pinned, when it is closed.</summary>
internal sealed class MemoryFileSink(Action<byte[]> publish) : MemoryStream
{
    private bool _published;

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_published)
        {
            _published = true;
            byte[] pinned = GC.AllocateUninitializedArray<byte>((int)Length, pinned: true);
            GetBuffer().AsSpan(0, pinned.Length).CopyTo(pinned);
            publish(pinned);
        }
        base.Dispose(disposing);
    }
}
