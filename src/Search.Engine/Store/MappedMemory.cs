using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Search.Engine.Store;

/// <summary>The bytes of a file, mapped into memory; pages come in when they are read.</summary>
/// <remarks>The file itself is closed at once: a mapping outlives it and, on Unix, its deletion.</remarks>
internal sealed unsafe class MappedMemory : InputMemory
{
    private readonly MemoryMappedViewAccessor? _view; // null for an empty file, which cannot be mapped
    private byte* _start;

    private MappedMemory(MemoryMappedViewAccessor? view, long length)
    {
        _view = view;
        Length = length;
        if (view is null)
            return;
        byte* mapped = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref mapped);
        _start = mapped + view.PointerOffset;
    }

    public override byte* Start => _start;

    public override long Length { get; }

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static MappedMemory Open(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        long length = RandomAccess.GetLength(file);
        if (length == 0)
            return new MappedMemory(null, 0);
        using MemoryMappedFile mapping = MemoryMappedFile.CreateFromFile(
            file, mapName: null, length, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return new MappedMemory(mapping.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read), length);
    }

    public override void Dispose()
    {
        if (_start is null)
            return;
        _start = null;
        _view!.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
    }
}
