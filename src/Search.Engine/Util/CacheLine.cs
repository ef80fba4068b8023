using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Util;

/// <summary>Tells the processor which memory is wanted soon: work on many places at once then waits for memory once, not once a place.</summary>
internal static class CacheLine
{
    /// <summary>Starts to load the line of <paramref name="place"/>; a hint without any other effect, nothing where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref T place)
        where T : unmanaged
    {
        // The collector may move the place meanwhile: then the hint was for nothing, but an address is never followed.
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref place));
    }
}
