using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Search.Settings.Keys;

/// <summary>Makes keys and recognises them: <c>search_ID_SECRET</c>, the secret 256 random bits in base 64 for URLs.</summary>
public static class ApiKey
{
    private const string Prefix = "search_";
    private const int IdLength = 8;
    private const int SecretBytes = 32;
    private const int LongestKey = 200;

    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];

    /// <summary>A new key: what is kept, and the text that its holder gets, which is nowhere kept.</summary>
    public static (StoredKey Stored, string Text) Create(KeyRole role, string note, DateTimeOffset now)
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength / 2));
        string text = $"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
        return (new StoredKey(id, role, Convert.ToHexStringLower(Hash(text)), now, note), text);
    }

    /// <summary>The kept key that a text is; null when it is none. The time taken does not depend on how much of the secret is right.</summary>
    public static StoredKey? Recognise(string text, IReadOnlyList<StoredKey> keys)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(keys);
        if (text.Length > LongestKey)
            return null;
        byte[] hash = Hash(text);
        StoredKey? found = null;
        foreach (StoredKey key in keys)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, HashOf(key)))
                found = key;
        }
        return found;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static byte[] HashOf(StoredKey key) => key.Hash.Length == NoHash.Length * 2 ? Convert.FromHexString(key.Hash) : NoHash;
}
