using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Document and term frequencies of the terms of a block; runs of terms that occur once are a number.</summary>
/// <remarks>Postings notes, section 6.3.</remarks>
internal sealed class TermStatsWriter
{
    private readonly ByteBufferOutput _bytes = new();
    private int _onceRun;

    /// <summary>The block's bytes; valid after <see cref="Finish"/>, until the next block.</summary>
    public ReadOnlySpan<byte> Written => _bytes.Written;

    public void StartBlock()
    {
        _bytes.Clear();
        _onceRun = 0;
    }

    public void Add(in TermState term, bool hasFreqs)
    {
        if (term.DocFreq == 1 && term.TotalTermFreq == 1)
        {
            _onceRun++;
            return;
        }
        Finish();
        _bytes.WriteVInt32(term.DocFreq << 1);
        if (hasFreqs)
            _bytes.WriteVInt64(term.TotalTermFreq - term.DocFreq);
    }

    public void Finish()
    {
        if (_onceRun > 0)
            _bytes.WriteVInt32(((_onceRun - 1) << 1) | 1);
        _onceRun = 0;
    }
}
