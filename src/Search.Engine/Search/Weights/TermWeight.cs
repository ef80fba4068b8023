using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Weights;

/// <summary>A term with its rarity and where each segment has it.</summary>
internal sealed class TermWeight : Weight
{
    private readonly Term _term;
    private readonly TermStates _states;
    private readonly long _docFreq;
    private readonly FieldScoring? _field;
    private readonly SimScorer? _similarity;
    private readonly float _boost;

    public TermWeight(TermQuery query, IndexSearcher searcher, bool needsScores, float boost)
        : base(query, needsScores)
    {
        _term = query.Term;
        _boost = boost;
        _states = new TermStates(searcher.Reader, _term);
        _docFreq = query.SharedDocFreq ?? _states.DocFreq;
        if (!needsScores || !_states.Exists)
            return;
        _field = searcher.ScoringOf(_term.Field);
        _similarity = _field.Scorer(boost, _field.Idf(_docFreq));
    }

    public override Scorer? Scorer(Leaf leaf)
    {
        PostingsEnum? postings = _states.Postings(leaf, NeedsScores ? PostingsDetail.Freqs : PostingsDetail.Docs);
        return postings is null ? null : new TermScorer(postings, NormsOf(leaf), _similarity);
    }

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena)
    {
        if (!_states.TryGet(leaf, out TermState state))
            return null;
        PostingsBlocks blocks = arena.Keep(leaf.Reader.Terms(_term.Field)!.Blocks(state, NeedsScores));
        return NormsOf(leaf) is { } norms ? new TermWindowScorer(blocks, norms, _similarity!, arena.RentScores()) : new TermWindowScorer(blocks);
    }

    public override int QuickCount(Leaf leaf) => _states.TryGet(leaf, out TermState state) ? state.DocFreq : 0;

    public override Explanation Explain(Leaf leaf, int docId)
    {
        PostingsEnum? postings = _states.Postings(leaf, PostingsDetail.Freqs);
        if (postings is null || postings.Advance(docId) != docId)
            return Explanation.NoMatch($"{Query}: not in doc {docId} of its segment");
        return _similarity is null
            ? Explanation.Match(0f, Describe(docId))
            : TermExplanation.Of(Describe(docId), _boost, [(_term, _docFreq)], postings.Freq, NormsOf(leaf)!.Of(docId), _field!, _similarity);
    }

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink)
    {
        bool positions = sink.Wants(_term.Field) && leaf.Reader.FieldInfos.Find(_term.Field) is { HasPositions: true };
        if (!sink.TryReuse(this, leaf, out PostingsEnum? postings))
            sink.Keep(this, postings = _states.Postings(leaf, positions ? PostingsDetail.Everything : PostingsDetail.Docs));
        if (postings is null || !StandsAt(postings, docId))
            return false;
        if (positions)
            sink.AddPositions(_term.Field, postings, Query);
        return true;
    }

    private SegmentNorms? NormsOf(Leaf leaf) => NeedsScores ? new SegmentNorms(leaf.Reader, _term.Field) : null;
}
