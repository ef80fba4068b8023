using System.Runtime.InteropServices;
using Search.Engine.Store;

namespace Search.Soak.Damage;

/// <summary>The bytes of a file that end where memory ends: reading one byte behind them kills the process.</summary>
/// <remarks>On Linux a page that nobody may touch follows; elsewhere the bytes are in an array. Disposing by readers does nothing: <see cref="Free"/> does.</remarks>
internal sealed unsafe partial class GuardedMemory : InputMemory
{
    private const int ReadWrite = 3;
    private const int None = 0;
    private const int PrivateAnonymous = 0x22;

    private readonly byte[]? _pinned;
    private readonly nint _mapped;
    private readonly nuint _mappedLength;
    private readonly byte* _start;

    public GuardedMemory(byte[] bytes)
    {
        Length = bytes.Length;
        if (!OperatingSystem.IsLinux())
        {
            _pinned = GC.AllocateUninitializedArray<byte>(Math.Max(1, bytes.Length), pinned: true);
            bytes.CopyTo(_pinned, 0);
            _start = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_pinned, 0);
            return;
        }
        nuint page = (nuint)Environment.SystemPageSize;
        nuint room = ((nuint)bytes.Length + page - 1) / page * page;
        _mappedLength = room + page;
        _mapped = Map(0, _mappedLength, ReadWrite, PrivateAnonymous, -1, 0);
        if (_mapped == -1 || Protect(_mapped + (nint)room, page, None) != 0)
            throw new InvalidOperationException($"no memory for {bytes.Length} guarded bytes: {Marshal.GetLastPInvokeErrorMessage()}");
        _start = (byte*)_mapped + room - bytes.Length;
        bytes.CopyTo(new Span<byte>(_start, bytes.Length));
    }

    public override byte* Start => _start;

    public override long Length { get; }

    public override void Dispose()
    {
    }

    /// <summary>Gives the memory back; nobody may read from it any more.</summary>
    public void Free()
    {
        if (_mapped != 0)
            _ = Unmap(_mapped, _mappedLength);
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(nint address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint length);
}
