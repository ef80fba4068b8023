namespace Search.Engine.Util;

/// <summary>Code points of UTF-8.</summary>
internal static class CodePoints
{
    /// <summary>How many there are: bytes that do not continue a character.</summary>
    public static int Count(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (byte b in utf8)
            count += (b & 0xC0) != 0x80 ? 1 : 0;
        return count;
    }
}
