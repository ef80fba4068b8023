using Search.Articles.Results;
using Search.Articles.Schema;

namespace Search.Articles.Indexing;

/// <summary>What an index holds of an article before a synchronisation.</summary>
/// <param name="Path">The file it came from.</param>
/// <param name="Hash">Hash of the content.</param>
/// <param name="Fingerprint">Hash of what was derived from it.</param>
internal sealed record ExistingArticle(string Path, string Hash, string Fingerprint);

/// <summary>Reads what an index holds.</summary>
internal static class ExistingArticles
{
    private static readonly HashSet<string> Wanted = new(StringComparer.Ordinal)
    {
        ArticleFields.Article, ArticleFields.Path, ArticleFields.Hash, ArticleFields.Fingerprint,
    };

    /// <summary>By article id.</summary>
    public static Dictionary<string, ExistingArticle> Read(IndexSnapshot snapshot)
    {
        var existing = new Dictionary<string, ExistingArticle>(StringComparer.Ordinal);
        foreach (int doc in snapshot.Blocks.LiveArticles())
        {
            StoredRecord stored = StoredRecord.Read(snapshot.Reader, doc, Wanted);
            existing[stored.Text(ArticleFields.Article)!] = new ExistingArticle(
                stored.Text(ArticleFields.Path) ?? "", stored.Text(ArticleFields.Hash) ?? "", stored.Text(ArticleFields.Fingerprint) ?? "");
        }
        return existing;
    }
}
