using Search.Engine.Codecs.BlockTree;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Writes the inverted index of a segment, field after field, term after term, document after document.</summary>
/// <remarks>
/// <para>README.md has the grammar. Fields come in ordinal order of their names, terms in order of their unsigned bytes,
/// documents ascending. A term without documents leaves no trace, nor does a field without terms.</para>
/// <para>One thread at a time.</para>
/// </remarks>
internal sealed class Lucene84FieldsWriter : IDisposable
{
    private readonly Lucene84PostingsWriter _postings;
    private readonly BlockTreeTermsWriter _dictionary;
    private readonly FixedBitSet _docsOfField;

    private FieldInfo? _field;
    private string? _lastFieldName;
    private BlockTreeFieldWriter? _terms;
    private byte[] _term = new byte[64];
    private int _termLength;
    private int _docFreq;
    private int _lastDocId;
    private int _pendingPositions;
    private bool _hasTerm;
    private long _sumTotalTermFreq;
    private long _sumDocFreq;

    private Lucene84FieldsWriter(Lucene84PostingsWriter postings, BlockTreeTermsWriter dictionary, int maxDoc)
    {
        _postings = postings;
        _dictionary = dictionary;
        _docsOfField = new FixedBitSet(maxDoc);
    }

    /// <summary>Creates the files of a segment of which at least one field has a term.</summary>
    public static Lucene84FieldsWriter Create(SegmentWriteState state)
    {
        using var opened = new DisposeOnFailure();
        Lucene84PostingsWriter postings = opened.Add(Lucene84PostingsWriter.Create(state));
        BlockTreeTermsWriter dictionary = opened.Add(BlockTreeTermsWriter.Create(state));
        return opened.Release(new Lucene84FieldsWriter(postings, dictionary, state.Segment.MaxDoc));
    }

    /// <param name="norms">Null for a field without norms.</param>
    /// <exception cref="InvalidOperationException">The field's name is not behind that of the field before.</exception>
    public void StartField(FieldInfo field, INormLookup? norms)
    {
        if (_field is not null)
            throw new InvalidOperationException($"field {_field.Name} is not finished");
        if (_lastFieldName is not null && string.CompareOrdinal(field.Name, _lastFieldName) <= 0)
            throw new InvalidOperationException($"field {field.Name} after {_lastFieldName}");
        _field = field;
        _lastFieldName = field.Name;
        PostingsShape shape = PostingsShape.Of(field);
        _postings.StartField(shape, norms);
        _terms = _dictionary.StartField(shape);
        _docsOfField.ClearAll();
        _sumTotalTermFreq = 0;
        _sumDocFreq = 0;
    }

    /// <param name="term">Greater than the term before, by unsigned bytes; at most <see cref="Term.MaxBytes"/>.</param>
    public void StartTerm(ReadOnlySpan<byte> term)
    {
        if (_field is null || _hasTerm)
            throw new InvalidOperationException("a term starts inside a field and outside a term");
        if (term.Length > Term.MaxBytes)
            throw new ArgumentException($"a term of {term.Length} bytes", nameof(term));
        if (_terms!.TermCount > 0 && term.SequenceCompareTo(_terms.Last) <= 0)
            throw new ArgumentException("terms must ascend", nameof(term));
        if (_term.Length < term.Length)
            _term = new byte[Math.Max(term.Length, 2 * _term.Length)];
        term.CopyTo(_term);
        _termLength = term.Length;
        _hasTerm = true;
        _docFreq = 0;
        _lastDocId = -1;
        _postings.StartTerm();
    }

    /// <param name="docId">Greater than the document before.</param>
    /// <param name="freq">At least 1; 1 where frequencies are not indexed.</param>
    public void StartDocument(int docId, int freq)
    {
        if (docId <= _lastDocId || docId >= _docsOfField.Length)
            throw new ArgumentOutOfRangeException(nameof(docId), docId, $"after {_lastDocId}, of {_docsOfField.Length}");
        if (freq < 1 || (freq > 1 && !_field!.HasFreqs))
            throw new ArgumentOutOfRangeException(nameof(freq));
        _lastDocId = docId;
        _docFreq++;
        _docsOfField.Set(docId);
        _pendingPositions = _field!.HasPositions ? freq : 0;
        _postings.StartDocument(docId, freq);
    }

    /// <summary>Adds one of the document's positions; as many as its frequency where positions are indexed.</summary>
    /// <param name="position">Not below the position before.</param>
    /// <param name="startOffset">Not below that of the position before; ignored where offsets are not indexed.</param>
    /// <param name="endOffset">Exclusive.</param>
    public void AddPosition(int position, int startOffset, int endOffset, ReadOnlySpan<byte> payload = default)
    {
        if (_pendingPositions-- <= 0)
            throw new InvalidOperationException("more positions than the document's frequency");
        _postings.AddPosition(position, startOffset, endOffset, payload);
    }

    /// <summary>Ends the document.</summary>
    public void FinishDocument()
    {
        if (_pendingPositions != 0)
            throw new InvalidOperationException("fewer positions than the document's frequency");
        _postings.FinishDocument();
    }

    /// <summary>
    /// Appends the documents of another segment's term that <paramref name="map"/> keeps, with all that is stored of them;
    /// they go behind all documents of the term so far.
    /// </summary>
    /// <param name="source">Stands before the first block of the term; its field has the same index options.</param>
    public void Copy(PostingsSource source, DocIdMap map)
    {
        Span<int> docIds = stackalloc int[Lucene84PostingsFormat.BlockSize];
        while (source.NextBlock())
        {
            ReadOnlySpan<int> docs = source.Docs;
            map.Map(docs, docIds);
            CopyRuns(docIds[..docs.Length], source.Freqs, source.Positions);
        }
    }

    /// <summary>Ends the term.</summary>
    public void FinishTerm()
    {
        _hasTerm = false;
        if (_docFreq == 0)
            return;
        TermState state = _postings.FinishTerm();
        _sumDocFreq += state.DocFreq;
        _sumTotalTermFreq += state.TotalTermFreq;
        _terms!.Add(_term.AsSpan(0, _termLength), state);
    }

    /// <summary>Ends the field.</summary>
    public void FinishField()
    {
        if (_terms!.TermCount > 0)
            _dictionary.FinishField(_field!, _terms, new FieldStatistics(_sumTotalTermFreq, _sumDocFreq, _docsOfField.Cardinality()));
        _field = null;
        _terms = null;
    }

    // Dropped documents cut the block into runs.
    private void CopyRuns(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, PositionsReader? positions)
    {
        int end;
        for (var from = 0; from < docIds.Length; from = end)
        {
            ReadOnlySpan<int> rest = docIds[from..];
            int length = rest[0] == DocIdMap.Dropped ? rest.IndexOfAnyExcept(DocIdMap.Dropped) : rest.IndexOf(DocIdMap.Dropped);
            end = length < 0 ? docIds.Length : from + length;
            if (rest[0] == DocIdMap.Dropped)
                Skip(positions, freqs[from..end]);
            else
                CopyRun(docIds[from..end], freqs[from..end], positions);
        }
    }

    private void CopyRun(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, PositionsReader? positions)
    {
        if (docIds[0] <= _lastDocId || docIds[^1] >= _docsOfField.Length)
            throw new ArgumentOutOfRangeException(nameof(docIds), $"documents from {docIds[0]} to {docIds[^1]} after {_lastDocId}, of {_docsOfField.Length}");
        _lastDocId = docIds[^1];
        _docFreq += docIds.Length;
        foreach (int docId in docIds)
            _docsOfField.Set(docId);
        _postings.CopyDocuments(docIds, freqs, positions);
    }

    private static void Skip(PositionsReader? positions, ReadOnlySpan<int> freqs)
    {
        if (positions is null)
            return;
        long occurrences = 0;
        foreach (int freq in freqs)
            occurrences += freq;
        positions.Skip(occurrences);
    }

    /// <summary>Writes the ends of all files. Without it the files are not usable.</summary>
    public void Finish()
    {
        _postings.Finish();
        _dictionary.Finish();
    }

    /// <inheritdoc/>
    public void Dispose() => Closing.All(_postings, _dictionary);
}
