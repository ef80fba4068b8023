using Search.Engine.Index;

namespace Search.Engine.Tests.Infrastructure.Memory;

/// <summary>The terms of a field in a sorted array; a state's start is the term's index.</summary>
internal sealed class MemoryTerms(Term[] terms, MemoryPosting[][] postings, FieldInfo info, IReadOnlyDictionary<int, long> norms, int blockSize) : Terms
{
    private readonly int[][][] _docs =
        [.. postings.Select(list => list.Chunk(blockSize).Select(block => block.Select(posting => posting.DocId).ToArray()).ToArray())];

    private readonly int[][][] _freqs =
        [.. postings.Select(list => list.Chunk(blockSize).Select(block => block.Select(posting => info.HasFreqs ? posting.Positions.Length : 1).ToArray()).ToArray())];

    public override long Count => terms.Length;

    public override int DocCount { get; } = postings.SelectMany(list => list).Select(posting => posting.DocId).Distinct().Count();

    public override long SumDocFreq { get; } = postings.Sum(list => (long)list.Length);

    public override long SumTotalTermFreq { get; } = postings.Sum(list => TotalTermFreqOf(list, info));

    public override ReadOnlySpan<byte> Min => terms[0].Bytes;

    public override ReadOnlySpan<byte> Max => terms[^1].Bytes;

    public override bool TryGet(ReadOnlySpan<byte> term, out TermState state)
    {
        int index = Array.BinarySearch(terms, new Term(info.Name, term));
        state = index >= 0 ? StateOf(index) : default;
        return index >= 0;
    }

    public override TermsEnum Enumerate() => new Cursor(this);

    public override PostingsEnum Postings(in TermState state, PostingsDetail detail, PostingsEnum? reuse = null) =>
        new MemoryPostingsEnum(postings[state.DocStart], info, detail);

    public override PostingsBlocks Blocks(in TermState state, bool withFreqs) =>
        new MemoryPostingsBlocks(_docs[state.DocStart], _freqs[state.DocStart], norms);

    public override PostingsBlocks BlocksWithPositions(in TermState state) => new MemoryPostingsBlocks(
        _docs[state.DocStart],
        _freqs[state.DocStart],
        norms,
        [.. postings[state.DocStart].Select(posting => posting.Positions.Select(position => position.Position).ToArray())]);

    private static long TotalTermFreqOf(MemoryPosting[] list, FieldInfo info) => info.HasFreqs ? list.Sum(posting => (long)posting.Positions.Length) : list.Length;

    private TermState StateOf(int index) => new()
    {
        DocFreq = postings[index].Length,
        TotalTermFreq = TotalTermFreqOf(postings[index], info),
        DocStart = index,
    };

    private sealed class Cursor(MemoryTerms owner) : TermsEnum
    {
        private readonly Term[] _terms = owner.AllTerms;
        private int _index = -1;

        public override ReadOnlySpan<byte> Term => _terms[_index].Bytes;

        public override TermState State => owner.StateOf(_index);

        public override bool Next() => ++_index < _terms.Length;

        public override bool SeekCeiling(ReadOnlySpan<byte> target)
        {
            for (_index = 0; _index < _terms.Length; _index++)
            {
                if (_terms[_index].Bytes.SequenceCompareTo(target) >= 0)
                    return true;
            }
            return false;
        }
    }

    private Term[] AllTerms => terms;
}
