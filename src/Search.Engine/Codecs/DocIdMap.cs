using System.Numerics;
using System.Runtime.Intrinsics;

namespace Search.Engine.Codecs;

/// <summary>Where the documents of a segment go in a merge: the live ones move together and keep their order, the others go nowhere.</summary>
/// <remarks>Immutable; shareable. Takes one int for 64 documents where some are dropped, nothing else.</remarks>
internal sealed class DocIdMap
{
    /// <summary>In place of an id: the document is dropped.</summary>
    public const int Dropped = -1;

    private readonly FixedBitSet? _live;
    private readonly int[] _liveBefore; // number of live documents before each word of the bit set

    /// <summary>Maps the documents of a segment.</summary>
    /// <param name="live">The documents that are kept; null: all. Must not change any more.</param>
    /// <param name="maxDoc">Number of documents of the segment.</param>
    /// <param name="firstDoc">Where the first kept one goes.</param>
    public DocIdMap(FixedBitSet? live, int maxDoc, int firstDoc)
    {
        FirstDoc = firstDoc;
        MaxDoc = maxDoc;
        _liveBefore = live is null ? [] : new int[FixedBitSet.WordCount(maxDoc)];
        var count = 0;
        for (var word = 0; word < _liveBefore.Length; word++)
        {
            _liveBefore[word] = count;
            count += BitOperations.PopCount(live!.Words[word]);
        }
        LiveCount = live is null ? maxDoc : count;
        _live = LiveCount == maxDoc ? null : live;
    }

    /// <summary>Where the first kept document goes.</summary>
    public int FirstDoc { get; }

    /// <summary>Number of documents that are kept.</summary>
    public int LiveCount { get; }

    /// <summary>Number of documents of the segment.</summary>
    public int MaxDoc { get; }

    /// <summary>Whether no document is dropped, so that ids only grow by <see cref="FirstDoc"/>.</summary>
    public bool KeepsAll => _live is null;

    /// <summary>Memory that the map holds by itself.</summary>
    public long ByteCount => sizeof(int) * (long)_liveBefore.Length;

    /// <summary>The new id of a document in <c>[0, MaxDoc)</c>, or <see cref="Dropped"/>.</summary>
    public int Map(int docId)
    {
        if (_live is null)
            return FirstDoc + docId;
        ulong word = _live.Words[docId >> 6];
        ulong bit = 1UL << docId;
        return (word & bit) == 0 ? Dropped : FirstDoc + _liveBefore[docId >> 6] + BitOperations.PopCount(word & (bit - 1));
    }

    /// <summary><see cref="Map(int)"/> for some documents.</summary>
    /// <param name="mapped">As long as <paramref name="docIds"/>.</param>
    public void Map(ReadOnlySpan<int> docIds, Span<int> mapped)
    {
        var i = 0;
        if (_live is null)
        {
            Vector256<int> first = Vector256.Create(FirstDoc);
            for (; i <= docIds.Length - Vector256<int>.Count; i += Vector256<int>.Count)
                (Vector256.Create(docIds[i..]) + first).CopyTo(mapped[i..]);
        }
        for (; i < docIds.Length; i++)
            mapped[i] = Map(docIds[i]);
    }
}
