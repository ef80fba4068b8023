using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Writes postings, term after term, and tells where each term's lie.</summary>
/// <remarks>Postings notes, sections 3 and 10.2. One thread at a time.</remarks>
internal sealed class Lucene84PostingsWriter : IDisposable
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;

    private readonly IndexOutput _docs;
    private readonly IndexOutput? _positionsOutput;
    private readonly IndexOutput? _payloadsOutput;
    private readonly PositionsWriter? _positions;
    private readonly SkipWriter _skip = new();
    private readonly int[] _docIds = new int[BlockSize];
    private readonly int[] _freqs = new int[BlockSize];
    private readonly long[] _blockNorms = new long[BlockSize];

    private PostingsShape _shape;
    private INormLookup? _norms;
    private int _docCount;
    private long _totalTermFreq;
    private int _lastBlockDocId;
    private SkipEntry _start;
    private SkipEntry _pendingSkip;
    private bool _hasPendingSkip;

    private Lucene84PostingsWriter(IndexOutput docs, IndexOutput? positions, IndexOutput? payloads)
    {
        _docs = docs;
        _positionsOutput = positions;
        _payloadsOutput = payloads;
        _positions = positions is null ? null : new PositionsWriter(positions, payloads);
    }

    /// <summary>Creates the files that the segment's fields call for.</summary>
    public static Lucene84PostingsWriter Create(SegmentWriteState state)
    {
        using var opened = new DisposeOnFailure();
        IndexOutput docs = opened.Add(Lucene84PostingsFormat.Create(state, Lucene84PostingsFormat.DocExtension));
        IndexOutput? positions = Lucene84PostingsFormat.HasPositionFile(state.Fields)
            ? opened.Add(Lucene84PostingsFormat.Create(state, Lucene84PostingsFormat.PositionExtension))
            : null;
        IndexOutput? payloads = Lucene84PostingsFormat.HasPayloadFile(state.Fields)
            ? opened.Add(Lucene84PostingsFormat.Create(state, Lucene84PostingsFormat.PayloadExtension))
            : null;
        return opened.Release(new Lucene84PostingsWriter(docs, positions, payloads));
    }

    public void StartField(PostingsShape shape, INormLookup? norms)
    {
        _shape = shape;
        _norms = norms;
        Array.Fill(_blockNorms, 1); // for a field without
        _positions?.StartField(shape);
    }

    public void StartTerm()
    {
        _docCount = 0;
        _totalTermFreq = 0;
        _lastBlockDocId = 0;
        _hasPendingSkip = false;
        _start = new SkipEntry
        {
            DocFilePointer = _docs.FilePointer,
            PositionFilePointer = _positions?.PositionFilePointer ?? 0,
            PayloadFilePointer = _positions?.PayloadFilePointer ?? 0,
        };
        _skip.StartTerm(_shape, _start);
    }

    public void StartDocument(int docId, int freq)
    {
        if (_hasPendingSkip)
            WriteSkipEntry();
        int index = _docCount++ % BlockSize;
        _docIds[index] = docId;
        _freqs[index] = freq;
        _totalTermFreq += freq;
        _positions?.StartDocument();
    }

    public void AddPosition(int position, int startOffset, int endOffset, ReadOnlySpan<byte> payload) =>
        _positions!.Add(position, startOffset, endOffset, payload);

    public void FinishDocument()
    {
        if (_docCount % BlockSize != 0)
            return;
        DocIdBlock.Write(_docIds, _lastBlockDocId, _docs);
        if (_shape.HasFreqs)
            PatchedBlock.Write(_freqs, _docs);
        _lastBlockDocId = _docIds[^1];

        // Where the positions go on is known now; where the documents do, when another one follows.
        _hasPendingSkip = true;
        _pendingSkip = new SkipEntry { DocId = _lastBlockDocId };
        if (_shape.HasPositions)
        {
            _pendingSkip.PositionFilePointer = _positions!.PositionFilePointer;
            _pendingSkip.PositionsBefore = _positions.Buffered;
            _pendingSkip.PayloadBytesBefore = _positions.BufferedPayloadBytes;
            _pendingSkip.PayloadFilePointer = _positions.PayloadFilePointer;
        }
    }

    /// <summary>Appends a run of documents of another segment's term with all of their positions.</summary>
    /// <param name="positions">Stands at the positions of the first document; null where positions are not indexed.</param>
    public void CopyDocuments(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, PositionsReader? positions)
    {
        while (!docIds.IsEmpty)
        {
            if (_hasPendingSkip)
                WriteSkipEntry();
            int index = _docCount % BlockSize;
            int length = Math.Min(BlockSize - index, docIds.Length);
            docIds[..length].CopyTo(_docIds.AsSpan(index));
            freqs[..length].CopyTo(_freqs.AsSpan(index));
            long occurrences = 0;
            foreach (int freq in freqs[..length])
                occurrences += freq;
            _docCount += length;
            _totalTermFreq += occurrences;
            if (positions is not null)
                _positions!.Copy(positions, occurrences);
            FinishDocument();
            docIds = docIds[length..];
            freqs = freqs[length..];
        }
    }

    /// <summary>Ends a term of at least one document.</summary>
    public TermState FinishTerm()
    {
        if (_docCount > 1)
            WriteTailDocs();

        long lastPositionBlock = -1;
        if (_shape.HasPositions)
        {
            if (_totalTermFreq > BlockSize)
                lastPositionBlock = _positions!.PositionFilePointer - _start.PositionFilePointer;
            _positions!.FinishTerm();
        }

        long skipOffset = -1;
        if (_docCount > BlockSize)
        {
            skipOffset = _docs.FilePointer - _start.DocFilePointer;
            _skip.WriteTo(_docs, SkipFormat.LevelCount(SkipFormat.EntryCount(_docCount)));
        }
        return new TermState
        {
            DocFreq = _docCount,
            TotalTermFreq = _totalTermFreq,
            DocStart = _start.DocFilePointer,
            PositionStart = _start.PositionFilePointer,
            PayloadStart = _start.PayloadFilePointer,
            LastPositionBlockOffset = lastPositionBlock,
            SkipOffset = skipOffset,
            SingletonDocId = _docCount == 1 ? _docIds[0] : -1,
        };
    }

    /// <summary>Writes the footers.</summary>
    public void Finish()
    {
        CodecFooter.Write(_docs);
        if (_positionsOutput is not null)
            CodecFooter.Write(_positionsOutput);
        if (_payloadsOutput is not null)
            CodecFooter.Write(_payloadsOutput);
    }

    public void Dispose() => Closing.All(_docs, _positionsOutput, _payloadsOutput);

    // The buffers still hold the finished block: norms are looked up only for terms that get skip data.
    private void WriteSkipEntry()
    {
        _norms?.CopyNorms(_docIds, _blockNorms);
        _skip.AddImpacts(_freqs, _blockNorms);
        _pendingSkip.DocFilePointer = _docs.FilePointer;
        _skip.AddEntry(_pendingSkip, _docCount / BlockSize);
        _hasPendingSkip = false;
    }

    private void WriteTailDocs()
    {
        int previous = _lastBlockDocId;
        int count = _docCount % BlockSize;
        for (var i = 0; i < count; i++)
        {
            int gap = _docIds[i] - previous;
            previous = _docIds[i];
            if (!_shape.HasFreqs)
            {
                _docs.WriteVInt32(gap);
            }
            else if (_freqs[i] == 1)
            {
                _docs.WriteVInt32((gap << 1) | 1);
            }
            else
            {
                _docs.WriteVInt32(gap << 1);
                _docs.WriteVInt32(_freqs[i]);
            }
        }
    }
}
