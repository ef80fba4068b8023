using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Search.Engine.Store;

/// <summary>What the format's durability and lock need of Unix and the base class library does not offer.</summary>
[UnsupportedOSPlatform("windows")]
internal static unsafe partial class LibC
{
    private const int ReadOnly = 0;
    private const int TryLock = 2;      // F_TLOCK
    private const int AccessDenied = 13; // EACCES

    /// <summary>fsync of a folder: makes its entries durable.</summary>
    /// <exception cref="IOException">The system says no.</exception>
    public static void SyncFolder(string path)
    {
        int descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
            throw Failure("open", path);
        try
        {
            if (FSync(descriptor) != 0)
                throw Failure("fsync", path);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>Takes an exclusive record lock (fcntl) on a whole file; false when another process has one.</summary>
    /// <remarks>lockf is fcntl's F_SETLK with a fixed argument list; the file must stand at its start.</remarks>
    public static bool TryLockWholeFile(SafeFileHandle file, string path)
    {
        if (LockFile(file, TryLock, 0) == 0)
            return true;
        int wouldBlock = OperatingSystem.IsLinux() ? 11 : 35; // EAGAIN
        int error = Marshal.GetLastPInvokeError();
        return error == AccessDenied || error == wouldBlock ? false : throw Failure("lockf", path);
    }

    /// <summary>A second name for a file's bytes; false when it cannot be had, as between file systems.</summary>
    public static bool TryLink(string path, string newPath) => Link(path, newPath) == 0;

    /// <summary>The absolute path without symbolic links.</summary>
    public static string RealPathOf(string path)
    {
        byte* resolved = RealPath(path, null);
        if (resolved is null)
            throw Failure("realpath", path);
        try
        {
            return Marshal.PtrToStringUTF8((nint)resolved)!;
        }
        finally
        {
            NativeMemory.Free(resolved);
        }
    }

    private static IOException Failure(string call, string path) =>
        new($"{call} of {path} failed: {Marshal.GetLastPInvokeErrorMessage()}");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "lockf", SetLastError = true)]
    private static partial int LockFile(SafeFileHandle file, int command, long length);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string path, string newPath);

    [LibraryImport("libc", EntryPoint = "realpath", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial byte* RealPath(string path, byte* buffer);
}
