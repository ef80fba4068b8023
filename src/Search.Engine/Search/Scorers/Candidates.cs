using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace Search.Engine.Search.Scorers;

/// <summary>Ascending documents with the sums of their scores: what is left of a stretch of documents while clause after clause looks at it.</summary>
/// <remarks>One thread; given back with the arena.</remarks>
internal sealed class Candidates
{
    /// <summary>Most documents of a list: those of a window.</summary>
    public const int Capacity = ScoreWindow.Size;

    // Free places that may be written to beside those that are counted, so that whole vectors can be.
    private const int Slack = 8;

    private readonly int[] _docs = new int[Capacity + Slack];
    private readonly double[] _sums = new double[Capacity + Slack];
    private readonly bool[] _found = new bool[Capacity];
    private float[]? _scores;

    /// <summary>For a term that looks the documents up.</summary>
    public MatchBuffer Matches { get; } = new();

    /// <summary>Number of documents.</summary>
    public int Count { get; private set; }

    /// <summary>The documents.</summary>
    public Span<int> Docs => _docs.AsSpan(0, Count);

    /// <summary>The sums beside <see cref="Docs"/>.</summary>
    public Span<double> Sums => _sums.AsSpan(0, Count);

    /// <summary>Beside <see cref="Docs"/>: whether a clause that was asked has the document.</summary>
    public Span<bool> Found => _found.AsSpan(0, Count);

    /// <summary>The place for documents that are not counted yet, eight more than there can be; see <see cref="Grow"/>.</summary>
    public Span<int> FreeDocs => _docs.AsSpan(Count);

    /// <summary>The place for the sums beside <see cref="FreeDocs"/>.</summary>
    public Span<double> FreeSums => _sums.AsSpan(Count);

    /// <summary>Takes in what was written to the free places.</summary>
    public void Grow(int count) => Count += count;

    /// <summary><see cref="Docs"/> and the end that <see cref="Close"/> set.</summary>
    public ReadOnlySpan<int> ClosedDocs => _docs.AsSpan(0, Count + 2);

    /// <summary>Sets an end behind the documents: two that are behind all documents.</summary>
    public void Close() => _docs.AsSpan(Count, 2).Fill(int.MaxValue);

    /// <summary>Takes in a document behind the others.</summary>
    public void Add(int docId, double sum)
    {
        _docs[Count] = docId;
        _sums[Count++] = sum;
    }

    /// <summary>Takes in documents behind the others, with the sum 0.</summary>
    public void Add(ReadOnlySpan<int> docs)
    {
        docs.CopyTo(FreeDocs);
        FreeSums[..docs.Length].Clear();
        Count += docs.Length;
    }

    /// <summary>Takes in documents behind the others.</summary>
    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        docs.CopyTo(FreeDocs);
        Widen(scores[..docs.Length], FreeSums);
        Count += docs.Length;
    }

    /// <summary>Takes in those documents, behind the others, whose sum reaches a cut.</summary>
    public void AddAtLeast(double cut, ReadOnlySpan<int> docs, ReadOnlySpan<double> sums) => Count += CompetitiveSums.Pick(docs, sums, cut, FreeDocs, FreeSums);

    private static void Widen(ReadOnlySpan<float> scores, Span<double> sums)
    {
        var i = 0;
        for (; Vector256.IsHardwareAccelerated && i <= scores.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(Vector256.Create(scores[i..]));
            lower.CopyTo(sums[i..]);
            upper.CopyTo(sums[(i + Vector256<double>.Count)..]);
        }
        for (; i < scores.Length; i++)
            sums[i] = scores[i];
    }

    /// <summary>Takes all documents out.</summary>
    public void Clear() => Count = 0;

    /// <summary>Leaves the first documents only.</summary>
    public void Cut(int count)
    {
        Debug.Assert(count <= Count, "a list cannot be cut longer");
        Count = count;
    }

    /// <summary>Moves documents forwards, one behind the other.</summary>
    /// <param name="to">Where the first of them comes to stand, not behind where it stands.</param>
    /// <param name="places">Where they stand, ascending.</param>
    public void CloseUp(int to, ReadOnlySpan<int> places)
    {
        for (var i = 0; i < places.Length; i++)
        {
            _docs[to + i] = _docs[places[i]];
            _sums[to + i] = _sums[places[i]];
        }
    }

    /// <summary>Becomes a copy of another list's documents, all with the sum 0.</summary>
    public void CopyDocs(Candidates other)
    {
        Count = other.Count;
        other.Docs.CopyTo(_docs);
        Sums.Clear();
    }

    /// <summary>Makes every sum the float that it stands for, before it enters another sum.</summary>
    public void Round()
    {
        foreach (ref double sum in Sums)
            sum = (float)sum;
    }

    /// <summary>Takes out the documents whose sum is below a cut.</summary>
    public void DropBelow(double cut)
    {
        if (cut > 0)
            Count = CompetitiveSums.Pick(Docs, Sums, cut, _docs, _sums);
    }

    /// <summary>Takes out of two lists of the same documents those whose sums are together below a cut.</summary>
    /// <param name="beside">Keeps its marks.</param>
    public void DropBelow(double cut, Candidates beside)
    {
        if (!(cut > 0))
            return;
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            double sum = _sums[i];
            double other = beside._sums[i];
            _docs[kept] = beside._docs[kept] = _docs[i];
            _sums[kept] = sum;
            beside._sums[kept] = other;
            beside._found[kept] = beside._found[i];
            kept += sum + other >= cut ? 1 : 0;
        }
        Count = beside.Count = kept;
    }

    /// <summary>Keeps the documents that are marked in a list of the same documents and adds the sums there, rounded to float.</summary>
    public void Join(Candidates beside)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            _docs[kept] = _docs[i];
            _sums[kept] = _sums[i] + (float)beside._sums[i];
            kept += beside._found[i] ? 1 : 0;
        }
        Count = kept;
    }

    /// <summary>Keeps the documents whose mark in <see cref="Found"/> is as wanted.</summary>
    public void Keep(bool found)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            _docs[kept] = _docs[i];
            _sums[kept] = _sums[i];
            kept += _found[i] == found ? 1 : 0;
        }
        Count = kept;
    }

    /// <summary>Keeps the documents of a set.</summary>
    public void Intersect(FixedBitSet set)
    {
        ReadOnlySpan<ulong> words = set.Words;
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            int docId = _docs[i];
            _docs[kept] = docId;
            _sums[kept] = _sums[i];
            kept += (int)(words[docId >> 6] >> docId) & 1;
        }
        Count = kept;
    }

    /// <summary>The scores that the sums stand for, beside <see cref="Docs"/>, valid until the next call.</summary>
    public ReadOnlySpan<float> Scores()
    {
        float[] scores = _scores ??= new float[Capacity];
        for (var i = 0; i < Count; i++)
            scores[i] = (float)_sums[i];
        return scores.AsSpan(0, Count);
    }
}
