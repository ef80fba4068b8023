using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Weights;

/// <summary>Terms that count as one, as rare as the most frequent of them.</summary>
internal sealed class SynonymWeight : Weight
{
    private readonly SynonymQuery _query;
    private readonly float _boost;
    private readonly (TermStates Term, float Boost)[] _terms;
    private readonly long _docFreq;
    private readonly FieldScoring? _field;
    private readonly SimScorer? _similarity;

    public SynonymWeight(SynonymQuery query, IndexSearcher searcher, bool needsScores, float boost)
        : base(query, needsScores)
    {
        _query = query;
        _boost = boost;
        _terms = [.. query.Terms.Select(synonym => (new TermStates(searcher.Reader, synonym.Term), synonym.Boost))];
        foreach ((TermStates term, float _) in _terms)
            _docFreq = Math.Max(_docFreq, term.DocFreq);
        if (!needsScores || _docFreq == 0)
            return;
        _field = searcher.ScoringOf(query.Field);
        _similarity = _field.Scorer(boost, _field.Idf(_docFreq));
    }

    public override Scorer? Scorer(Leaf leaf) => Open(leaf);

    public override Explanation Explain(Leaf leaf, int docId)
    {
        SynonymScorer? scorer = Open(leaf);
        if (scorer is null || scorer.Advance(docId) != docId)
            return Explanation.NoMatch($"{Query}: not in doc {docId} of its segment");
        if (_similarity is null)
            return Explanation.Match(0f, Describe(docId));
        byte norm = new SegmentNorms(leaf.Reader, _query.Field).Of(docId);
        Term commonest = _terms.MaxBy(synonym => synonym.Term.DocFreq).Term.Term;
        return TermExplanation.Of(Describe(docId), _boost, [(commonest, _docFreq)], scorer.Freq(), norm, _field!, _similarity);
    }

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink)
    {
        bool positions = sink.Wants(_query.Field) && leaf.Reader.FieldInfos.Find(_query.Field) is { HasPositions: true };
        if (!sink.TryReuse(this, leaf, out PostingsEnum?[]? opened))
            sink.Keep(this, opened = Array.ConvertAll(_terms, term => term.Term.Postings(leaf, positions ? PostingsDetail.Everything : PostingsDetail.Docs)));
        var any = false;
        foreach (PostingsEnum? postings in opened!)
        {
            if (postings is null || !StandsAt(postings, docId))
                continue;
            any = true;
            if (positions)
                sink.AddPositions(_query.Field, postings, Query);
        }
        return any;
    }

    private SynonymScorer? Open(Leaf leaf)
    {
        var found = new List<(PostingsEnum, float)>(_terms.Length);
        foreach ((TermStates term, float boost) in _terms)
        {
            if (term.Postings(leaf, NeedsScores ? PostingsDetail.Freqs : PostingsDetail.Docs) is { } postings)
                found.Add((postings, boost));
        }
        return found.Count == 0 ? null : new SynonymScorer([.. found], NeedsScores ? new SegmentNorms(leaf.Reader, _query.Field) : null, _similarity);
    }
}
