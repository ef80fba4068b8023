using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Proximity;

/// <summary>The positions of any of many terms: what a pattern comes to in a segment.</summary>
/// <param name="terms">With positions.</param>
/// <param name="withOffsets">Whether offsets are wanted with the parts.</param>
internal sealed class TermsMatcher(PostingsEnum[] terms, bool withOffsets) : IntervalMatcher
{
    private readonly List<(int Position, int StartOffset, int EndOffset)> _positions = [];

    public override DocIdCursor Documents { get; } = new DisjunctionCursor(terms);

    public override void CollectParts(int index, IntervalParts parts)
    {
        (int position, int start, int end) = _positions[index];
        parts.Add(new PhraseMatch(position, position, start, end));
    }

    protected override void Find()
    {
        _positions.Clear();
        int docId = Documents.DocId;
        foreach (PostingsEnum term in terms)
        {
            if (term.DocId != docId)
                continue;
            for (int left = term.Freq; left > 0; left--)
            {
                int position = term.NextPosition();
                _positions.Add(withOffsets ? (position, term.StartOffset, term.EndOffset) : (position, -1, -1));
            }
        }
        _positions.Sort();
        DropRepeats();
        foreach ((int position, _, _) in _positions)
            Add(new Interval(position, position, gaps: 0));
    }

    // Several terms may stand at one position.
    private void DropRepeats()
    {
        var kept = 0;
        for (var i = 0; i < _positions.Count; i++)
        {
            if (kept == 0 || _positions[i].Position != _positions[kept - 1].Position)
                _positions[kept++] = _positions[i];
        }
        _positions.RemoveRange(kept, _positions.Count - kept);
    }
}
