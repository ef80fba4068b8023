using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Analysis;

/// <summary>The letters A to Z and a to z, of which most words of most texts consist.</summary>
internal static class AsciiLetters
{
    private const char CaseBit = (char)0x20;

    /// <summary>Number of letters before the first other code unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountAtStart(ReadOnlySpan<char> text) =>
        Vector256.IsHardwareAccelerated && text.Length >= Vector256<ushort>.Count ? CountAtStartVector256(text) : CountAtStartScalar(text);

    /// <summary>The definition.</summary>
    internal static int CountAtStartScalar(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiLetter(text[count]))
            count++;
        return count;
    }

    /// <summary>The same, sixteen code units at once.</summary>
    internal static int CountAtStartVector256(ReadOnlySpan<char> text)
    {
        ref ushort first = ref Unsafe.As<char, ushort>(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(text));
        var count = 0;
        for (; count <= text.Length - Vector256<ushort>.Count; count += Vector256<ushort>.Count)
        {
            // Behind the letter a, whatever its case: 0 to 25. What is below becomes large.
            Vector256<ushort> places = (Vector256.LoadUnsafe(ref first, (nuint)count) | Vector256.Create((ushort)CaseBit)) - Vector256.Create((ushort)'a');
            uint others = Vector256.GreaterThan(places, Vector256.Create((ushort)25)).ExtractMostSignificantBits();
            if (others != 0)
                return count + BitOperations.TrailingZeroCount(others);
        }
        return count + CountAtStartScalar(text[count..]);
    }

    /// <summary>Turns capital letters of ASCII to small ones as long as there are only ASCII characters; the number of these.</summary>
    public static int ToLower(Span<char> text)
    {
        if (Vector128.IsHardwareAccelerated && text.Length >= Vector128<ushort>.Count)
            return ToLowerVector128(text);
        return ToLowerScalar(text);
    }

    /// <summary>The definition.</summary>
    internal static int ToLowerScalar(Span<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            char unit = text[i];
            if (!char.IsAscii(unit))
                return i;
            if (char.IsAsciiLetterUpper(unit))
                text[i] = (char)(unit | CaseBit);
        }
        return text.Length;
    }

    /// <summary>The same, eight code units at once.</summary>
    internal static int ToLowerVector128(Span<char> text)
    {
        ref ushort first = ref Unsafe.As<char, ushort>(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(text));
        var done = 0;
        for (; done <= text.Length - Vector128<ushort>.Count; done += Vector128<ushort>.Count)
        {
            Vector128<ushort> units = Vector128.LoadUnsafe(ref first, (nuint)done);
            if ((units & Vector128.Create((ushort)0xFF80)) != Vector128<ushort>.Zero)
                return done + ToLowerScalar(text[done..]);
            Vector128<ushort> capitals = Vector128.LessThan(units - Vector128.Create((ushort)'A'), Vector128.Create((ushort)26));
            (units | (capitals & Vector128.Create((ushort)CaseBit))).StoreUnsafe(ref first, (nuint)done);
        }
        return done + ToLowerScalar(text[done..]);
    }
}
