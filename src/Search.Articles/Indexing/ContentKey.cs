using System.Globalization;

namespace Search.Articles.Indexing;

/// <summary>Hashes that are compared only: the first 128 bits, in a fifth of a string's memory.</summary>
internal static class ContentKey
{
    private const int Digits = 32;

    /// <summary>The key of a hash in hexadecimal; 0 for a text that is none, which equals no other.</summary>
    public static UInt128 Of(string? hash) =>
        hash is { Length: >= Digits } && UInt128.TryParse(hash.AsSpan(0, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out UInt128 key) ? key : 0;
}
