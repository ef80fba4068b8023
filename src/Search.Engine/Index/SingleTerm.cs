namespace Search.Engine.Index;

/// <summary>At most one term, which was looked up.</summary>
/// <param name="term">Null when there is none.</param>
/// <param name="automatonState">Where the set's automaton stands behind it.</param>
internal sealed class SingleTerm(byte[]? term, TermState state, int automatonState) : MatchingTerms
{
    private bool _taken;

    public override ReadOnlySpan<byte> Term => term;

    public override TermState State => state;

    public override int AutomatonState => automatonState;

    public override bool Next()
    {
        bool any = term is not null && !_taken;
        _taken = true;
        return any;
    }
}
