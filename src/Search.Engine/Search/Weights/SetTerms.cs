using Search.Engine.Index;

namespace Search.Engine.Search.Weights;

/// <summary>Those of given terms that a segment has.</summary>
internal sealed class SetTerms(Terms terms, IReadOnlyList<Term> wanted) : MatchingTerms
{
    private TermState _state;
    private int _next;

    public override ReadOnlySpan<byte> Term => wanted[_next - 1].Bytes;

    public override TermState State => _state;

    public override bool Next()
    {
        while (_next < wanted.Count)
        {
            if (terms.TryGet(wanted[_next++].Bytes, out _state))
                return true;
        }
        return false;
    }
}
