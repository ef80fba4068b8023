using System.Security.Cryptography;
using System.Text;

namespace Search.Articles.Schema;

/// <summary>A hash of all that was derived from an article's content: the same fingerprint, the same documents.</summary>
/// <remarks>What a collection teaches (repeating lines, aliases of names) can change an article whose own bytes did not change.</remarks>
internal static class ArticleFingerprint
{
    public static string Of(Article article)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, article.Path, article.Headline, article.Outlet, article.Url, article.Language);
        Add(hash, [.. article.Authors]);
        Add(hash, article.Published?.ToString("O"), article.PublishedHasZone ? "zone" : null);
        hash.AppendData(SpanCodec.Encode(article.Spans));
        foreach (Paragraph paragraph in article.Paragraphs)
        {
            Add(hash, paragraph.Key, paragraph.Text, $"{paragraph.Kind} {paragraph.SubheadingLength}");
            hash.AppendData(SentenceColumn.Encode(paragraph.Sentences));
            foreach (Mention mention in paragraph.Mentions)
                Add(hash, $"{mention.Start} {mention.Length} {mention.Kind}", mention.Canonical);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Each value ends with a byte that UTF-8 does not contain, so that neighbours cannot run together.
    private static void Add(IncrementalHash hash, params ReadOnlySpan<string?> values)
    {
        foreach (string? value in values)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(value ?? ""));
            hash.AppendData([value is null ? (byte)0xFE : (byte)0xFF]);
        }
    }
}
