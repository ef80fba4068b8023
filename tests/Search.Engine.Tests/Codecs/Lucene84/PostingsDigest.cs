using System.Buffers.Binary;
using System.Security.Cryptography;
using Search.Engine.Index;

namespace Search.Engine.Tests.Codecs.Lucene84;

/// <summary>The digests of <c>oracle dump</c> for one field: see tests/oracle/README.md, "Digests of dump".</summary>
internal sealed class PostingsDigest : IDisposable
{
    private readonly IncrementalHash _terms = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _postings = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _positions = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _offsets = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _payloads = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The digests that the oracle prints for a field with these columns, by name.</summary>
    public static Dictionary<string, string> Of(FieldInfo field, Terms terms)
    {
        using var digest = new PostingsDigest();
        digest.Add(field, terms);
        var digests = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["termDigest"] = Print(digest._terms),
            ["postingDigest"] = Print(digest._postings),
        };
        if (field.HasPositions)
            digests["positionDigest"] = Print(digest._positions);
        if (field.HasOffsets)
            digests["offsetDigest"] = Print(digest._offsets);
        if (field.HasPayloads)
            digests["payloadDigest"] = Print(digest._payloads);
        return digests;
    }

    public void Dispose()
    {
        foreach (IncrementalHash hash in (IncrementalHash[])[_terms, _postings, _positions, _offsets, _payloads])
            hash.Dispose();
    }

    private void Add(FieldInfo field, Terms terms)
    {
        TermsEnum cursor = terms.Enumerate();
        PostingsEnum? postings = null;
        while (cursor.Next())
        {
            AddInt32(_terms, cursor.Term.Length);
            _terms.AppendData(cursor.Term);
            AddInt32(_terms, cursor.State.DocFreq);
            AddInt32(_terms, (int)(cursor.State.TotalTermFreq >> 32));
            AddInt32(_terms, (int)cursor.State.TotalTermFreq);

            postings = terms.Postings(cursor.State, PostingsDetail.Everything, postings);
            while (postings.NextDoc() != DocIdCursor.NoMoreDocs)
                AddDocument(field, postings);
            foreach (IncrementalHash hash in (IncrementalHash[])[_postings, _positions, _offsets])
                AddInt32(hash, -1);
            AddInt32(_payloads, -2);
        }
    }

    private void AddDocument(FieldInfo field, PostingsEnum postings)
    {
        AddInt32(_postings, postings.DocId);
        AddInt32(_postings, postings.Freq);
        for (int i = field.HasPositions ? postings.Freq : 0; i > 0; i--)
        {
            AddInt32(_positions, postings.NextPosition());
            AddInt32(_offsets, postings.StartOffset);
            AddInt32(_offsets, postings.EndOffset);
            AddInt32(_payloads, postings.Payload.IsEmpty ? -1 : postings.Payload.Length);
            _payloads.AppendData(postings.Payload);
        }
    }

    private static void AddInt32(IncrementalHash hash, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static string Print(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
}
