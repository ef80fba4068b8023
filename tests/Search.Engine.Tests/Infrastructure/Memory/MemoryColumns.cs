using Search.Engine.Index;

namespace Search.Engine.Tests.Infrastructure.Memory;

/// <summary>Moves over the documents of a sparse column.</summary>
internal sealed class SparseDocs(IReadOnlyCollection<int> docs)
{
    private readonly int[] _docs = [.. docs];

    public int DocId { get; private set; } = -1;

    public int Count => _docs.Length;

    public int Advance(int target)
    {
        Assert.True(target > DocId, "the target is not beyond the current document");
        int index = Array.BinarySearch(_docs, target);
        index = index < 0 ? ~index : index;
        return DocId = index < _docs.Length ? _docs[index] : DocIdCursor.NoMoreDocs;
    }

    public bool AdvanceExact(int target)
    {
        Assert.True(target >= DocId, "documents descend");
        DocId = target;
        return Array.BinarySearch(_docs, target) >= 0;
    }
}

/// <summary>A numeric column or norms.</summary>
internal sealed class MemoryNumbers(SortedDictionary<int, long> values) : NumericDocValues
{
    private readonly SparseDocs _docs = new(values.Keys);

    public override int DocId => _docs.DocId;

    public override long Cost => _docs.Count;

    public override long Value => values[DocId];

    public override int NextDoc() => _docs.Advance(DocId + 1);

    public override int Advance(int target) => _docs.Advance(target);

    public override bool AdvanceExact(int target) => _docs.AdvanceExact(target);
}

/// <summary>A sorted column.</summary>
internal sealed class MemoryStrings : SortedDocValues, IOrdinalDictionary
{
    private readonly SortedDictionary<int, byte[]> _values;
    private readonly SparseDocs _docs;
    private readonly Term[] _dictionary;

    public MemoryStrings(SortedDictionary<int, byte[]> values)
    {
        _values = values;
        _docs = new SparseDocs(values.Keys);
        _dictionary = [.. values.Values.Select(value => new Term("", value)).Distinct().Order()];
    }

    public override int DocId => _docs.DocId;

    public override long Cost => _docs.Count;

    public override int Ordinal => Find(_values[DocId]);

    public override IOrdinalDictionary Dictionary => this;

    public int ValueCount => _dictionary.Length;

    public ReadOnlySpan<byte> Lookup(int ordinal) => _dictionary[ordinal].Bytes;

    public int Find(ReadOnlySpan<byte> value)
    {
        int index = Array.BinarySearch(_dictionary, new Term("", value));
        return index >= 0 ? index : -1 - ~index;
    }

    public override int NextDoc() => _docs.Advance(DocId + 1);

    public override int Advance(int target) => _docs.Advance(target);

    public override bool AdvanceExact(int target) => _docs.AdvanceExact(target);
}
