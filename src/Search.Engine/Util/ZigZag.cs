namespace Search.Engine.Util;

/// <summary>Signed numbers as unsigned ones, small magnitudes first: 0, -1, 1, -2, …</summary>
internal static class ZigZag
{
    public static uint Encode(int value) => (uint)((value << 1) ^ (value >> 31));

    public static ulong Encode(long value) => (ulong)((value << 1) ^ (value >> 63));

    public static int Decode(uint code) => (int)(code >> 1) ^ -(int)(code & 1);

    public static long Decode(ulong code) => (long)(code >> 1) ^ -(long)(code & 1);
}
