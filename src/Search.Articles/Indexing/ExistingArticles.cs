using System.Text;
using Search.Articles.Results;
using Search.Articles.Schema;
using Search.Engine.Index;

namespace Search.Articles.Indexing;

/// <summary>What an index holds of an article before it is written to.</summary>
/// <param name="Path">The file it came from.</param>
/// <param name="Hash">Hash of the content (<see cref="ContentKey"/>).</param>
/// <param name="Fingerprint">Hash of what was derived from it.</param>
/// <param name="IsSubmitted">Whether it was handed over, so that no folder says whether it is gone.</param>
internal sealed record ExistingArticle(string Path, UInt128 Hash, UInt128 Fingerprint, bool IsSubmitted);

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
            Add(existing, snapshot, doc);
        return existing;
    }

    /// <summary>The articles whose path begins so, by id: those of a file, of its lines and of its entries.</summary>
    public static Dictionary<string, ExistingArticle> Under(IndexSnapshot snapshot, string path)
    {
        var existing = new Dictionary<string, ExistingArticle>(StringComparer.Ordinal);
        byte[] prefix = Encoding.UTF8.GetBytes(path);
        foreach (Leaf leaf in snapshot.Reader.Leaves)
        {
            if (leaf.Reader.Terms(ArticleFields.Path) is not { } terms)
                continue;
            TermsEnum walk = terms.Enumerate();
            for (bool more = walk.SeekCeiling(prefix); more && walk.Term.StartsWith(prefix); more = walk.Next())
            {
                PostingsEnum postings = terms.Postings(walk.State, PostingsDetail.Docs);
                for (int doc = postings.NextDoc(); doc != DocIdCursor.NoMoreDocs; doc = postings.NextDoc())
                {
                    if (leaf.Reader.LiveDocs is not { } live || live.Get(doc))
                        Add(existing, snapshot, leaf.DocBase + doc);
                }
            }
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

    private static void Add(Dictionary<string, ExistingArticle> existing, IndexSnapshot snapshot, int doc)
    {
        StoredRecord stored = StoredRecord.Read(snapshot.Reader, doc, Wanted);
        existing[stored.Text(ArticleFields.Article)!] = Of(stored);
    }

    private static ExistingArticle Of(StoredRecord stored) => new(
        stored.Text(ArticleFields.Path) ?? "",
        ContentKey.Of(stored.Text(ArticleFields.Hash)),
        ContentKey.Of(stored.Text(ArticleFields.Fingerprint)),
        stored.Number(ArticleFields.Submitted) is not null);
}
