namespace Search.Articles.Names;

/// <summary>The form under which spellings of one name are counted together: lower case, single spaces, hyphens as spaces, no dots, no accents, no leading article.</summary>
internal static class NameKey
{
    /// <summary>Longer names are cut here; no run of words that the tagger takes for a name comes near.</summary>
    public const int MaxLength = 256;

    private const string Article = "the ";

    /// <summary>The key of a name as written: <c>Kim Jong-un</c> and <c>Kim Jong Un</c> have the same.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        Span<char> key = stackalloc char[MaxLength];
        return key[..Write(name, key)].ToString();
    }

    /// <summary>Writes the key of a name and says how long it is.</summary>
    public static int Write(ReadOnlySpan<char> name, Span<char> key)
    {
        var length = 0;
        foreach (char c in name)
        {
            if (length == key.Length) break;
            if (c is '-' or '‐' or '‑' || char.IsWhiteSpace(c))
            {
                if (length > 0 && key[length - 1] != ' ') key[length++] = ' ';
            }
            else if (c is not ('.' or ',' or '"' or '“' or '”'))
            {
                key[length++] = c is '’' or '‘' or 'ʼ' ? '\'' : LatinFold.Of(char.ToLowerInvariant(c));
            }
        }
        if (length > 0 && key[length - 1] == ' ') length--;
        if (length <= Article.Length || !key[..length].StartsWith(Article, StringComparison.Ordinal)) return length;
        key[Article.Length..length].CopyTo(key);
        return length - Article.Length;
    }
}
