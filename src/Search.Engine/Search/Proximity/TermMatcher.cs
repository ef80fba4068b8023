using Search.Engine.Index;
using Search.Engine.Search.Matching;

namespace Search.Engine.Search.Proximity;

/// <summary>The positions of one term.</summary>
/// <param name="postings">With positions.</param>
/// <param name="withOffsets">Whether offsets are wanted with the parts.</param>
internal sealed class TermMatcher(PostingsEnum postings, bool withOffsets) : IntervalMatcher
{
    private readonly List<(int Start, int End)> _offsets = [];

    public override DocIdCursor Documents => postings;

    public override void CollectParts(int index, IntervalParts parts)
    {
        int position = Intervals[index].Start;
        (int start, int end) = withOffsets ? _offsets[index] : (-1, -1);
        parts.Add(new PhraseMatch(position, position, start, end));
    }

    protected override void Find()
    {
        _offsets.Clear();
        for (int left = postings.Freq; left > 0; left--)
        {
            int position = postings.NextPosition();
            Add(new Interval(position, position, gaps: 0));
            if (withOffsets)
                _offsets.Add((postings.StartOffset, postings.EndOffset));
        }
    }
}
