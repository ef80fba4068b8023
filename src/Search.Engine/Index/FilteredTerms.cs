using Search.Engine.Automata;

namespace Search.Engine.Index;

/// <summary>Looks at all terms of a field, one by one: the definition of what an intersection yields.</summary>
internal sealed class FilteredTerms(TermsEnum terms, ByteRunAutomaton automaton) : MatchingTerms
{
    private int _state;

    public override ReadOnlySpan<byte> Term => terms.Term;

    public override TermState State => terms.State;

    public override int AutomatonState => _state;

    public override bool Next()
    {
        while (terms.Next())
        {
            _state = automaton.Step(0, terms.Term);
            if (_state != Automaton.Dead && automaton.IsAccept(_state))
                return true;
        }
        return false;
    }
}
