using System.Collections;
using Search.Articles.Searching;

namespace Search.Articles.Results;

/// <summary>Results that are read while they are asked for; holds the snapshot open while somebody reads. To be read once.</summary>
internal sealed class ResultStream(IndexSnapshot snapshot, ArticleSearch search, CancellationToken cancellation) : IEnumerable<SnippetHit>
{
    public IEnumerator<SnippetHit> GetEnumerator()
    {
        using ArticleSearch found = search;
        using IndexSnapshot.Lease lease = snapshot.TryAcquire() ?? throw PageCursor.Gone();
        foreach (SnippetHit hit in found.ToStream())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return hit;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
