using Search.Articles.Results;
using Search.Articles.Schema;

namespace Search.Articles.Indexing;

/// <summary>What an index holds of an article before it is written to.</summary>
/// <param name="Path">The file it came from.</param>
/// <param name="Hash">Hash of the content.</param>
/// <param name="Fingerprint">Hash of what was derived from it.</param>
/// <param name="IsSubmitted">Whether it was handed over, so that no folder says whether it is gone.</param>
internal sealed record ExistingArticle(string Path, string Hash, string Fingerprint, bool IsSubmitted);

/// <summary>Reads what an index holds.</summary>
internal static class ExistingArticles
{
    private static readonly HashSet<string> Wanted = new(StringComparer.Ordinal)
    {
        ArticleFields.Article, ArticleFields.Path, ArticleFields.Hash, ArticleFields.Fingerprint, ArticleFields.Submitted,
    };

    private static readonly HashSet<string> Submission = new(StringComparer.Ordinal) { ArticleFields.Submission };

    /// <summary>All articles, by id.</summary>
    public static Dictionary<string, ExistingArticle> Read(IndexSnapshot snapshot)
    {
        var existing = new Dictionary<string, ExistingArticle>(StringComparer.Ordinal);
        foreach (int doc in snapshot.Blocks.LiveArticles())
        {
            StoredRecord stored = StoredRecord.Read(snapshot.Reader, doc, Wanted);
            existing[stored.Text(ArticleFields.Article)!] = Of(stored);
        }
        return existing;
    }

    /// <summary>One article; null when there is none of that id.</summary>
    public static ExistingArticle? Find(IndexSnapshot snapshot, string id) =>
        snapshot.Blocks.Find(id) is { } block ? Of(StoredRecord.Read(snapshot.Reader, block.ArticleDoc, Wanted)) : null;

    /// <summary>What was handed over, of every article that was.</summary>
    public static IEnumerable<byte[]> Submissions(IndexSnapshot snapshot)
    {
        foreach (int doc in snapshot.Blocks.LiveArticles())
        {
            if (StoredRecord.Read(snapshot.Reader, doc, Submission).Bytes(ArticleFields.Submission) is { } submission)
                yield return submission;
        }
    }

    private static ExistingArticle Of(StoredRecord stored) => new(
        stored.Text(ArticleFields.Path) ?? "",
        stored.Text(ArticleFields.Hash) ?? "",
        stored.Text(ArticleFields.Fingerprint) ?? "",
        stored.Number(ArticleFields.Submitted) is not null);
}
