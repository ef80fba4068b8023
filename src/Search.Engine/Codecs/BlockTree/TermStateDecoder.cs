using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Decodes statistics and metadata of a block's terms, in order, as far as asked for.</summary>
/// <remarks>Postings notes, sections 4 and 6.3. Each term is coded against the one before.</remarks>
internal struct TermStateDecoder
{
    private TermBlockStates _left;
    private int _decoded;
    private int _onceRun;
    private TermPlace _current;

    /// <summary>The state of the term with a number, which does not descend between calls.</summary>
    /// <param name="number">1 for the block's first term.</param>
    /// <param name="block">The same in all calls.</param>
    public TermState DecodeTo(int number, in TermBlock block, IndexInput terms, PostingsShape shape, int maxDoc)
    {
        if (_decoded == number)
            return _current.State;
        if (_decoded == 0)
        {
            _left = TermBlockStates.Read(block, terms);
            _current = TermPlace.BlockStart;
        }
        var stats = new SpanReader(terms, _left.StatsStart, _left.StatsEnd);
        var metadata = new SpanReader(terms, _left.MetadataStart, _left.MetadataEnd);
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
        _left = _left with { StatsStart = stats.FilePointer, MetadataStart = metadata.FilePointer };
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
