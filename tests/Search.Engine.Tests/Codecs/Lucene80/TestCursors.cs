using Search.Engine.Index;

namespace Search.Engine.Tests.Codecs.Lucene80;

/// <summary>A place in an ascending list of documents: the plain twin of every column cursor.</summary>
internal sealed class DocList(int[] docs)
{
    public int Index { get; private set; } = -1;

    public int DocId { get; private set; } = -1;

    public int Count => docs.Length;

    public int Advance(int target)
    {
        while (++Index < docs.Length && docs[Index] < target)
        {
        }
        return DocId = Index < docs.Length ? docs[Index] : DocIdCursor.NoMoreDocs;
    }

    public bool AdvanceExact(int target)
    {
        DocId = target;
        Index = Array.BinarySearch(docs, target);
        return Index >= 0;
    }
}

internal sealed class NumericList((int Doc, long Value)[] entries) : NumericDocValues
{
    private readonly DocList _docs = new([.. entries.Select(entry => entry.Doc)]);

    public override int DocId => _docs.DocId;

    public override long Cost => _docs.Count;

    public override long Value => entries[_docs.Index].Value;

    public override int NextDoc() => _docs.Advance(_docs.DocId + 1);

    public override int Advance(int target) => _docs.Advance(target);

    public override bool AdvanceExact(int target) => _docs.AdvanceExact(target);
}

internal sealed class BinaryList((int Doc, byte[] Value)[] entries) : BinaryDocValues
{
    private readonly DocList _docs = new([.. entries.Select(entry => entry.Doc)]);

    public override int DocId => _docs.DocId;

    public override long Cost => _docs.Count;

    public override ReadOnlySpan<byte> Value => entries[_docs.Index].Value;

    public override int NextDoc() => _docs.Advance(_docs.DocId + 1);

    public override int Advance(int target) => _docs.Advance(target);

    public override bool AdvanceExact(int target) => _docs.AdvanceExact(target);
}

internal sealed class TermList(byte[][] terms) : IOrdinalDictionary
{
    public int ValueCount => terms.Length;

    public ReadOnlySpan<byte> Lookup(int ordinal) => terms[ordinal];

    public int Find(ReadOnlySpan<byte> value)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            int order = terms[i].AsSpan().SequenceCompareTo(value);
            if (order >= 0)
                return order == 0 ? i : -1 - i;
        }
        return -1 - terms.Length;
    }
}

internal sealed class SortedList((int Doc, int Ordinal)[] entries, IOrdinalDictionary dictionary) : SortedDocValues
{
    private readonly DocList _docs = new([.. entries.Select(entry => entry.Doc)]);

    public override int DocId => _docs.DocId;

    public override long Cost => _docs.Count;

    public override int Ordinal => entries[_docs.Index].Ordinal;

    public override IOrdinalDictionary Dictionary => dictionary;

    public override int NextDoc() => _docs.Advance(_docs.DocId + 1);

    public override int Advance(int target) => _docs.Advance(target);

    public override bool AdvanceExact(int target) => _docs.AdvanceExact(target);
}

internal sealed class SortedSetList((int Doc, int[] Ordinals)[] entries, IOrdinalDictionary dictionary) : SortedSetDocValues
{
    private readonly DocList _docs = new([.. entries.Select(entry => entry.Doc)]);
    private int _next;

    public override int DocId => _docs.DocId;

    public override long Cost => _docs.Count;

    public override int Count => entries[_docs.Index].Ordinals.Length;

    public override IOrdinalDictionary Dictionary => dictionary;

    public override int NextOrdinal() => entries[_docs.Index].Ordinals[_next++];

    public override int NextDoc() => Advance(_docs.DocId + 1);

    public override int Advance(int target)
    {
        _next = 0;
        return _docs.Advance(target);
    }

    public override bool AdvanceExact(int target)
    {
        _next = 0;
        return _docs.AdvanceExact(target);
    }
}

internal sealed class SortedNumericList((int Doc, long[] Values)[] entries) : SortedNumericDocValues
{
    private readonly DocList _docs = new([.. entries.Select(entry => entry.Doc)]);
    private int _next;

    public override int DocId => _docs.DocId;

    public override long Cost => _docs.Count;

    public override int Count => entries[_docs.Index].Values.Length;

    public override long NextValue() => entries[_docs.Index].Values[_next++];

    public override int NextDoc() => Advance(_docs.DocId + 1);

    public override int Advance(int target)
    {
        _next = 0;
        return _docs.Advance(target);
    }

    public override bool AdvanceExact(int target)
    {
        _next = 0;
        return _docs.AdvanceExact(target);
    }
}
