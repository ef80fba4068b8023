using System.Numerics;
using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of one segment that were gathered in any order: a bit set once they are many.</summary>
/// <param name="arena">Lends list and bits until the search ends; null: they are the set's own.</param>
internal sealed class DocSet(int maxDoc, WindowArena? arena = null)
{
    // To sort more documents than that takes longer than to empty the bits.
    private readonly int _mostListed = Math.Max(16, maxDoc >> 11);
    private int[] _list = arena?.RentDocs() ?? new int[16];
    private int _listed;
    private FixedBitSet? _bits;
    private long _added;

    /// <summary>Adds a document.</summary>
    public void Add(int docId)
    {
        _added++;
        if (_bits is not null)
        {
            _bits.Set(docId);
            return;
        }
        if (_listed == _mostListed)
        {
            ToBits().Set(docId);
            return;
        }
        if (_listed == _list.Length)
            Array.Resize(ref _list, Math.Min(_mostListed, _list.Length * 2));
        _list[_listed++] = docId;
    }

    /// <summary>Adds documents.</summary>
    public void Add(ReadOnlySpan<int> docs)
    {
        if (TryList(docs))
            return;
        Span<ulong> words = _bits!.MutableWords;
        foreach (int docId in docs)
            words[docId >> 6] |= 1UL << docId;
    }

    /// <summary>The same for documents that mostly come in runs.</summary>
    public void AddRuns(ReadOnlySpan<int> docs)
    {
        if (!TryList(docs))
            BitRuns.Set(docs, _bits!.MutableWords);
    }

    /// <summary>Adds the documents of a set in <c>[from, to)</c>.</summary>
    /// <param name="from">A multiple of 64.</param>
    /// <param name="to">A multiple of 64, or the end of the set.</param>
    public void Add(FixedBitSet docs, int from, int to)
    {
        int first = from >> 6;
        int count = FixedBitSet.WordCount(to) - first;
        ReadOnlySpan<ulong> added = docs.Words.Slice(first, count);
        Span<ulong> words = Bits().MutableWords.Slice(first, count);
        for (var word = 0; word < added.Length; word++)
        {
            words[word] |= added[word];
            _added += BitOperations.PopCount(added[word]);
        }
    }

    /// <summary>The documents, without scores; nothing may be added any more.</summary>
    public WindowScorer ToWindows()
    {
        if (_bits is not null)
            return new BitSetWindowScorer(_bits, _added);
        return new ListWindowScorer(_list.AsMemory(0, Sort()));
    }

    /// <summary>The documents as bits, which what is added later joins.</summary>
    public FixedBitSet Bits() => _bits ?? ToBits();

    /// <summary>Walks the documents, each once; nothing may be added any more.</summary>
    public DocIdCursor Cursor()
    {
        if (_bits is not null)
            return new BitSetCursor(_bits);
        return new ListCursor(_list, Sort());
    }

    // Leaves each document once; returns how many there are.
    private int Sort()
    {
        Array.Sort(_list, 0, _listed);
        var kept = 0;
        foreach (int docId in _list.AsSpan(0, _listed))
        {
            if (kept == 0 || _list[kept - 1] != docId)
                _list[kept++] = docId;
        }
        return kept;
    }

    // False: they belong into the bits.
    private bool TryList(ReadOnlySpan<int> docs)
    {
        _added += docs.Length;
        if (_bits is null && docs.Length > _mostListed - _listed)
            ToBits();
        if (_bits is not null)
            return false;
        if (docs.Length > _list.Length - _listed)
            Array.Resize(ref _list, Math.Min(_mostListed, Math.Max(_listed + docs.Length, _list.Length * 2)));
        docs.CopyTo(_list.AsSpan(_listed));
        _listed += docs.Length;
        return true;
    }

    private FixedBitSet ToBits()
    {
        _bits = arena?.RentBits(maxDoc) ?? new FixedBitSet(maxDoc);
        foreach (int docId in _list.AsSpan(0, _listed))
            _bits.Set(docId);
        return _bits;
    }

    private sealed class BitSetCursor(FixedBitSet bits) : DocIdCursor
    {
        private readonly long _cost = bits.Cardinality();
        private int _docId = -1;

        public override int DocId => _docId;

        public override long Cost => _cost;

        public override int NextDoc() => Advance(_docId + 1);

        public override int Advance(int target)
        {
            int next = bits.NextSetBit(target);
            return _docId = next < 0 ? NoMoreDocs : next;
        }
    }

    private sealed class ListCursor(int[] docs, int count) : DocIdCursor
    {
        private int _index = -1;

        public override int DocId => _index < 0 ? -1 : _index < count ? docs[_index] : NoMoreDocs;

        public override long Cost => count;

        public override int NextDoc() => Advance(DocId + 1);

        public override int Advance(int target)
        {
            _index = Math.Max(_index, 0);
            while (_index < count && docs[_index] < target)
                _index++;
            return DocId;
        }
    }
}
