using Search.Engine.Store;

namespace Search.Soak.Faults;

/// <summary>Hands bytes on to a file of another directory, until it is planned that this fails.</summary>
internal sealed class FaultySink(FaultyDirectory directory, IndexOutput output, Action closed) : MemoryStream
{
    private bool _isClosed;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        int half = buffer.Length / 2;
        output.WriteBytes(buffer[..half]);
        directory.FailIfPlanned(FaultKind.Write, output.Name);
        output.WriteBytes(buffer[half..]);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || _isClosed)
            return;
        _isClosed = true;
        output.Dispose();
        closed();
        directory.FailIfPlanned(FaultKind.Close, output.Name);
    }
}
