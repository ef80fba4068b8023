namespace Search.Engine.Search.Matching;

/// <summary>Matches of a phrase without slop: every term exactly at its place.</summary>
/// <remarks>Led by the rarest term. Source: search semantics notes, section 5.1.</remarks>
internal sealed class ExactPhraseMatcher : PhraseMatcher
{
    private readonly PhrasePlace[] _places;
    private readonly PhrasePlace _first;
    private readonly PhrasePlace _last;

    public ExactPhraseMatcher(PhrasePlace[] places)
    {
        _places = [.. places.OrderBy(place => place.Cost)];
        _first = places[0];
        _last = places[^1];
    }

    public override float MatchWeight => 1f;

    public override PhraseMatch Match =>
        new(_first.Position, _last.Position, _first.At(_first.Index).StartOffset, _last.At(_last.Index).EndOffset);

    public override bool FirstMatch()
    {
        foreach (PhrasePlace place in _places)
            place.Reset();
        return NextMatch();
    }

    public override bool NextMatch()
    {
        PhrasePlace lead = _places[0];
        if (!lead.Next())
            return false;
        var agreed = 1;
        while (agreed < _places.Length)
        {
            PhrasePlace other = _places[agreed];
            int wanted = lead.Shifted + other.Offset;
            if (!other.AdvanceTo(wanted))
                return false;
            if (other.Position == wanted)
            {
                agreed++;
                continue;
            }
            if (!lead.AdvanceTo(other.Shifted + lead.Offset))
                return false;
            agreed = 1;
        }
        return true;
    }
}
