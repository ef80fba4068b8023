using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Decodes statistics and metadata of a block's terms, in order, as far as asked for.</summary>
/// <remarks>Postings notes, sections 4 and 6.3. Each term is coded against the one before.</remarks>
internal struct TermStateDecoder
{
    private long _statsPosition;
    private readonly long _statsEnd;
    private long _metadataPosition;
    private readonly long _metadataEnd;
    private int _decoded;
    private int _onceRun;
    private TermPlace _current;

    public TermStateDecoder(in TermBlock block)
    {
        _statsPosition = block.StatsStart;
        _statsEnd = block.StatsEnd;
        _metadataPosition = block.MetadataStart;
        _metadataEnd = block.MetadataEnd;
        _current = TermPlace.BlockStart;
    }

    /// <summary>The state of the term with a number, which does not descend between calls.</summary>
    /// <param name="number">1 for the block's first term.</param>
    public TermState DecodeTo(int number, IndexInput terms, PostingsShape shape, int maxDoc)
    {
        if (_decoded == number)
            return _current.State;
        var stats = new SpanReader(terms, _statsPosition, _statsEnd);
        var metadata = new SpanReader(terms, _metadataPosition, _metadataEnd);
        for (; _decoded < number; _decoded++)
        {
            var docFreq = 1;
            long totalTermFreq = 1;
            if (_onceRun > 0)
                _onceRun--;
            else
                ReadStats(ref stats, shape, maxDoc, out docFreq, out totalTermFreq);
            _current.Read(ref metadata, docFreq, totalTermFreq, shape, maxDoc);
        }
        _statsPosition = stats.FilePointer;
        _metadataPosition = metadata.FilePointer;
        return _current.State;
    }

    private void ReadStats(ref SpanReader stats, PostingsShape shape, int maxDoc, out int docFreq, out long totalTermFreq)
    {
        var token = (uint)stats.ReadVInt32();
        if ((token & 1) != 0)
        {
            _onceRun = (int)(token >> 1);
            docFreq = 1;
            totalTermFreq = 1;
            return;
        }
        docFreq = (int)(token >> 1);
        totalTermFreq = docFreq;
        if (docFreq < 1 || docFreq > maxDoc)
            stats.ThrowCorrupt($"a term in {docFreq} of {maxDoc} documents");
        if (shape.HasFreqs)
            totalTermFreq += stats.ReadVInt64();
        if (totalTermFreq < docFreq || (docFreq == 1 && totalTermFreq > int.MaxValue))
            stats.ThrowCorrupt($"{totalTermFreq} occurrences in {docFreq} documents");
    }
}
