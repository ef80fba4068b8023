using System.Diagnostics;

namespace Search.Engine.Search.Scorers;

/// <summary>Scored postings in front of some document, while merges take them one after another.</summary>
/// <param name="postings">Room for them, with the place of one more.</param>
internal sealed class TermRun(Candidates postings)
{
    private readonly Candidates _postings = postings;
    private int _next;

    /// <summary>The document up to which (exclusive) all postings that may compete were taken or wait here.</summary>
    public int End { get; private set; }

    /// <summary>Starts over, without postings, in front of a document.</summary>
    public void Start(int from)
    {
        _postings.Clear();
        Close(from);
    }

    /// <summary>Takes in the next postings of a term in front of <paramref name="to"/>, as many as a block has of them; all that were here are taken.</summary>
    public void Fill(TermWindowScorer term, int to)
    {
        Debug.Assert(_next == _postings.Count, "postings would be lost");
        int from = End;
        _postings.Clear();
        while (_postings.Count == 0 && term.TryListRun(ref from, to, _postings))
        {
        }
        Close(_postings.Count == 0 ? to : from);
    }

    /// <summary>Becomes the merge of what two runs have in front of <paramref name="end"/>; documents whose sum does not reach a cut are left out.</summary>
    public void Merge(TermRun left, TermRun right, int end, double cut)
    {
        _postings.Clear();
        left.MergeInto(right, end, cut, _postings);
        Close(end);
    }

    /// <summary>Lists the merge of two runs behind what a list has.</summary>
    public void MergeInto(TermRun other, int end, double cut, Candidates list)
    {
        if (HasNone(end))
            other.ListAlone(end, cut, list);
        else if (other.HasNone(end))
            ListAlone(end, cut, list);
        else
            list.Grow(SumMerge.Merge(
                _postings.ClosedDocs, _postings.Sums, ref _next, other._postings.ClosedDocs, other._postings.Sums, ref other._next, end, cut, list.FreeDocs, list.FreeSums));
    }

    private bool HasNone(int end) => _postings.ClosedDocs[_next] >= end;

    private void ListAlone(int end, double cut, Candidates list)
    {
        int start = _next;
        _next += BlockSearch.FirstAtLeast(_postings.Docs[start..], end);
        list.AddAtLeast(cut, _postings.Docs[start.._next], _postings.Sums[start.._next]);
    }

    private void Close(int end)
    {
        _next = 0;
        End = end;
        _postings.Close();
    }
}
