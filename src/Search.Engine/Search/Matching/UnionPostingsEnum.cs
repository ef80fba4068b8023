using Search.Engine.Index;

namespace Search.Engine.Search.Matching;

/// <summary>The postings of several terms of one field as if they were one term.</summary>
internal sealed class UnionPostingsEnum(PostingsEnum[] terms) : PostingsEnum
{
    private readonly List<(int Position, int StartOffset, int EndOffset)> _positions = [];
    private int _docId = -1;
    private int _read = -1;

    public override int DocId => _docId;

    public override long Cost
    {
        get
        {
            var cost = 0L;
            foreach (PostingsEnum term in terms)
                cost += term.Cost;
            return cost;
        }
    }

    public override int Freq
    {
        get
        {
            var freq = 0;
            foreach (PostingsEnum term in terms)
            {
                if (term.DocId == _docId)
                    freq += term.Freq;
            }
            return freq;
        }
    }

    public override int StartOffset => _positions[_read].StartOffset;

    public override int EndOffset => _positions[_read].EndOffset;

    public override ReadOnlySpan<byte> Payload => default;

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        _read = -1;
        _docId = NoMoreDocs;
        foreach (PostingsEnum term in terms)
            _docId = Math.Min(_docId, term.DocId < target ? term.Advance(target) : term.DocId);
        return _docId;
    }

    public override int NextPosition()
    {
        if (_read < 0)
            ReadPositions();
        return _positions[++_read].Position;
    }

    private void ReadPositions()
    {
        _positions.Clear();
        foreach (PostingsEnum term in terms)
        {
            if (term.DocId != _docId)
                continue;
            for (int left = term.Freq; left > 0; left--)
                _positions.Add((term.NextPosition(), term.StartOffset, term.EndOffset));
        }
        _positions.Sort();
    }
}
