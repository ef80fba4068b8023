using Search.Engine.Index;
using Search.Engine.Util;

namespace Search.Engine.Tests.Dump;

/// <summary>The documents that take part in a dump and the numbers they go by.</summary>
internal sealed class DumpDocuments
{
    private readonly int[] _numbers;

    public DumpDocuments(IndexReader reader, DumpMode mode)
    {
        var taking = new List<int>();
        foreach (Leaf leaf in reader.Leaves)
        {
            FixedBitSet? live = mode == DumpMode.All ? null : leaf.Reader.LiveDocs;
            taking.AddRange(Enumerable.Range(0, leaf.Reader.MaxDoc).Where(doc => live is null || live.Get(doc)).Select(doc => leaf.DocBase + doc));
        }
        if (mode == DumpMode.ById)
            SortById(reader, taking);
        Order = [.. taking];
        _numbers = new int[reader.MaxDoc];
        Array.Fill(_numbers, -1);
        for (var number = 0; number < Order.Length; number++)
            _numbers[Order[number]] = number;
        IsRenumbered = Enumerable.Range(1, Math.Max(0, Order.Length - 1)).Any(i => Order[i] < Order[i - 1]);
    }

    /// <summary>Index-wide ids in the order of the numbers.</summary>
    public int[] Order { get; }

    /// <summary>Whether the numbers do not grow with the ids, so that postings must be put in order.</summary>
    public bool IsRenumbered { get; }

    /// <summary>The number of an index-wide id; -1 when the document does not take part.</summary>
    public int NumberOf(int docId) => _numbers[docId];

    private static void SortById(IndexReader reader, List<int> docs)
    {
        var ids = new byte[reader.MaxDoc][];
        foreach (Leaf leaf in reader.Leaves)
        {
            if (leaf.Reader.Terms("id") is not { } terms)
                continue;
            TermsEnum each = terms.Enumerate();
            while (each.Next())
            {
                PostingsEnum postings = terms.Postings(each.State, PostingsDetail.Docs);
                while (postings.NextDoc() != DocIdCursor.NoMoreDocs)
                    ids[leaf.DocBase + postings.DocId] = each.Term.ToArray();
            }
        }
        docs.Sort((a, b) =>
        {
            int order = ids[a].AsSpan().SequenceCompareTo(ids[b]);
            return order != 0 ? order : a.CompareTo(b);
        });
    }
}
