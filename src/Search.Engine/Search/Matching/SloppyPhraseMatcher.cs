namespace Search.Engine.Search.Matching;

/// <summary>Matches of a phrase with slop: terms near their places, nearer matches count more.</summary>
/// <remarks>
/// Walks minimal windows over the places' shifted positions; not every combination is visited, and which ones are is part
/// of the definition. Source: search semantics notes, sections 5.2 and 5.3.
/// </remarks>
internal sealed class SloppyPhraseMatcher : PhraseMatcher
{
    private readonly PhrasePlace[] _places;
    private readonly int _slop;
    private readonly PhraseRepeats _repeats;
    private readonly int[] _indexesOfMatch;
    private int _end;
    private int _matchLength;
    private bool _exhausted;

    public SloppyPhraseMatcher(PhrasePlace[] places, int slop)
    {
        _places = places;
        _slop = slop;
        _repeats = new PhraseRepeats(places);
        _indexesOfMatch = new int[places.Length];
    }

    public override float MatchWeight => 1f / (1f + _matchLength);

    public override PhraseMatch Match
    {
        get
        {
            PhraseMatch first = _places[0].At(_indexesOfMatch[0]);
            PhraseMatch last = first;
            for (var i = 1; i < _places.Length; i++)
            {
                PhraseMatch place = _places[i].At(_indexesOfMatch[i]);
                if (place.StartPosition < first.StartPosition)
                    first = place;
                if (place.EndPosition > last.EndPosition)
                    last = place;
            }
            return new PhraseMatch(first.StartPosition, last.EndPosition, first.StartOffset, last.EndOffset);
        }
    }

    public override bool FirstMatch()
    {
        foreach (PhrasePlace place in _places)
        {
            place.Reset();
            place.Next();
        }
        _exhausted = !_repeats.Separate();
        _end = int.MinValue;
        foreach (PhrasePlace place in _places)
            _end = Math.Max(_end, place.Shifted);
        return NextMatch();
    }

    public override bool NextMatch()
    {
        while (!_exhausted)
        {
            PhrasePlace lowest = Lowest(except: null);
            int second = Lowest(lowest).Shifted;
            _matchLength = _end - lowest.Shifted;
            Remember();
            if (!LeaveWindow(lowest, second))
                _exhausted = true;
            if (_matchLength <= _slop)
                return true;
        }
        return false;
    }

    // Moves the lowest place up until another one is lowest: then the smallest window is known. False at the end of the document.
    private bool LeaveWindow(PhrasePlace lowest, int second)
    {
        while (lowest.Next())
        {
            _end = Math.Max(_end, lowest.Shifted);
            if (!PhraseRepeats.Resolve(lowest, ref _end))
                return false;
            if (lowest.Shifted > second)
                return true;
            int length = _end - lowest.Shifted;
            if (length <= _matchLength)
            {
                _matchLength = length;
                Remember();
            }
        }
        return false;
    }

    // The place that stands lowest; ties: the earlier one in the query.
    private PhrasePlace Lowest(PhrasePlace? except)
    {
        PhrasePlace? lowest = null;
        foreach (PhrasePlace place in _places)
        {
            if (place != except && (lowest is null || place.Shifted < lowest.Shifted))
                lowest = place;
        }
        return lowest!;
    }

    // The places move on before a match is known to be one.
    private void Remember()
    {
        for (var i = 0; i < _places.Length; i++)
            _indexesOfMatch[i] = _places[i].Index;
    }
}
