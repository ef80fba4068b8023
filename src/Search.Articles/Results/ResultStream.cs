using System.Collections;
using Search.Articles.Searching;

namespace Search.Articles.Results;

/// <summary>Results that are read while they are asked for; holds the snapshot open while somebody reads.</summary>
internal sealed class ResultStream(IndexSnapshot snapshot, IEnumerable<SnippetHit> hits) : IEnumerable<SnippetHit>
{
    public IEnumerator<SnippetHit> GetEnumerator()
    {
        using IndexSnapshot.Lease lease = snapshot.TryAcquire() ?? throw new QueryException("The index has changed since the export began: start it again.") { IsGone = true };
        foreach (SnippetHit hit in hits)
            yield return hit;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
