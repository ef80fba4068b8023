using System.Security.Cryptography;
using System.Text;

namespace Search.Articles.Reading;

/// <summary>Makes URL-safe article ids: the path without ".txt", "/" written as "~", what an address would escape as "-".</summary>
/// <remarks>Where a character had to be replaced or the id is too long, a hash of the whole path keeps ids unique and stable.</remarks>
public static class ArticleId
{
    private const int MaxLength = 120;
    private const int HashLength = 8;

    /// <summary>The id of a file by its path relative to the indexed folder.</summary>
    public static string FromPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string stem = path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && path.Length > 4 ? path[..^4] : path;
        var id = new StringBuilder(stem.Length);
        var isExact = true;
        foreach (char c in stem)
        {
            bool isSafe = char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-';
            isExact &= isSafe || c == '/';
            id.Append(isSafe ? c : c == '/' ? '~' : '-');
        }

        if (isExact && id.Length is > 0 and <= MaxLength && id[0] != '.') return id.ToString();
        if (id.Length > MaxLength) id.Length = MaxLength;
        return $"{id.ToString().TrimStart('.')}-{Hash(path)}";
    }

    /// <summary>The id of a part of a file: by its own id when it has one, else by its line or number from 1.</summary>
    public static string OfPart(string fileId, string? ownId, int number) =>
        string.IsNullOrWhiteSpace(ownId) ? $"{fileId}~{number}" : $"{fileId}~{FromPath(ownId)}";

    /// <summary>Another id for a second article that would get the same one; <paramref name="distinction"/> tells them apart.</summary>
    public static string Distinguish(string id, string distinction) => $"{id}-{Hash(distinction)}";

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashLength / 2));
}
