using Search.Engine.Index;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Values;

/// <summary>Asks a scorer about single documents, which must not descend; a document may be asked for again.</summary>
internal sealed class MatchProbe(Scorer scorer)
{
    private readonly DocIdCursor _candidates = scorer.Approximation;
    private int _docId = -1;
    private bool _matches;

    /// <summary>Whether the document matches; when it does, the scorer stands on it.</summary>
    public bool Matches(int docId)
    {
        if (_docId == docId)
            return _matches;
        _docId = docId;
        if (_candidates.DocId < docId)
            _candidates.Advance(docId);
        return _matches = _candidates.DocId == docId && scorer.Matches();
    }
}
