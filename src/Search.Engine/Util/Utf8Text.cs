using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Search.Engine.Util;

/// <summary>Text from UTF-8 that nobody vouches for.</summary>
internal static class Utf8Text
{
    /// <summary>The text; what is no UTF-8 becomes U+FFFD, as <see cref="Encoding.UTF8"/> has it.</summary>
    /// <remarks>
    /// The base library's decoder makes an array for every sequence that is none: a damaged file of a few kilobytes then costs
    /// tens of megabytes of garbage. So it gets to see sound bytes only.
    /// </remarks>
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8))
            return Encoding.UTF8.GetString(utf8);
        char[] characters = ArrayPool<char>.Shared.Rent(utf8.Length); // never more characters than bytes
        try
        {
            Utf8.ToUtf16(utf8, characters, out _, out int count, replaceInvalidSequences: true);
            return new string(characters, 0, count);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }
}
