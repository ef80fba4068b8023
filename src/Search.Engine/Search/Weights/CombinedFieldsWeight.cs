using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Weights;

/// <summary>Terms in several fields that count as one term of one field.</summary>
internal sealed class CombinedFieldsWeight : Weight
{
    private readonly IReadOnlyList<(string Field, float Weight)> _fields;
    private readonly float _boost;
    private readonly (TermStates Term, float Weight)[] _terms;
    private readonly long _docFreq;
    private readonly FieldScoring? _scoring;
    private readonly SimScorer? _similarity;

    public CombinedFieldsWeight(CombinedFieldsQuery query, IndexSearcher searcher, bool needsScores, float boost)
        : base(query, needsScores)
    {
        _fields = query.Fields;
        _boost = boost;
        _terms =
        [
            .. _fields.SelectMany(field => query.TermsOf(field.Field).Select(term => (new TermStates(searcher.Reader, term), field.Weight))),
        ];
        foreach ((TermStates term, float _) in _terms)
            _docFreq = Math.Max(_docFreq, term.DocFreq);
        if (!needsScores || _docFreq == 0)
            return;
        _scoring = new FieldScoring(searcher.Similarity, Statistics(searcher));
        _similarity = _scoring.Scorer(boost, _scoring.Idf(_docFreq));
    }

    public override Scorer? Scorer(Leaf leaf) => Open(leaf);

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena)
    {
        if (_similarity is null)
            return Disjunction(leaf, arena);
        var terms = new List<FrequencyWindowScorer>(_terms.Length);
        foreach ((TermStates term, float weight) in _terms)
        {
            if (term.TryGet(leaf, out TermState state))
                terms.Add(new FrequencyWindowScorer(arena.Keep(leaf.Reader.Terms(term.Term.Field)!.Blocks(state, withFreqs: true)), weight));
        }
        return terms.Count == 0 ? null : new CombinedFieldsWindowScorer([.. terms], NormsOf(leaf), _similarity, arena);
    }

    public override Explanation Explain(Leaf leaf, int docId)
    {
        CombinedFieldsScorer? scorer = Open(leaf);
        if (scorer is null || scorer.Advance(docId) != docId)
            return Explanation.NoMatch($"{Query}: not in doc {docId} of its segment");
        if (_similarity is null)
            return Explanation.Match(0f, Describe(docId));
        Term commonest = _terms.MaxBy(term => term.Term.DocFreq).Term.Term;
        return TermExplanation.Of(
            Describe(docId), _boost, [(commonest, _docFreq)], scorer.Freq(), NormsOf(leaf).Of(docId), _scoring!, _similarity);
    }

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink)
    {
        var any = false;
        foreach ((TermStates term, float _) in _terms)
        {
            string field = term.Term.Field;
            bool positions = sink.Wants(field) && leaf.Reader.FieldInfos.Find(field) is { HasPositions: true };
            PostingsEnum? postings = term.Postings(leaf, positions ? PostingsDetail.Everything : PostingsDetail.Docs);
            if (postings is null || postings.Advance(docId) != docId)
                continue;
            any = true;
            if (positions)
                sink.AddPositions(field, postings, Query);
        }
        return any;
    }

    // Weighted occurrences are cut to a whole number field by field, as Lucene does.
    private CollectionStatistics Statistics(IndexSearcher searcher)
    {
        var docCount = 0L;
        var sumTotalTermFreq = 0L;
        foreach ((string field, float weight) in _fields)
        {
            CollectionStatistics statistics = searcher.StatisticsOf(field);
            docCount = Math.Max(docCount, statistics.DocCount);
            sumTotalTermFreq = (long)(sumTotalTermFreq + (double)weight * statistics.SumTotalTermFreq);
        }
        return new CollectionStatistics(docCount, sumTotalTermFreq, SumDocFreq: 0);
    }

    private CombinedFieldsScorer? Open(Leaf leaf)
    {
        var found = new List<(PostingsEnum, float)>(_terms.Length);
        foreach ((TermStates term, float weight) in _terms)
        {
            if (term.Postings(leaf, NeedsScores ? PostingsDetail.Freqs : PostingsDetail.Docs) is { } postings)
                found.Add((postings, weight));
        }
        return found.Count == 0 ? null : new CombinedFieldsScorer([.. found], _similarity is null ? null : NormsOf(leaf), _similarity);
    }

    private DisjunctionWindowScorer? Disjunction(Leaf leaf, WindowArena arena)
    {
        var terms = new List<WindowScorer>(_terms.Length);
        foreach ((TermStates term, float _) in _terms)
        {
            if (term.TryGet(leaf, out TermState state))
                terms.Add(new TermWindowScorer(arena.Documents(leaf.Reader.Terms(term.Term.Field)!, state)));
        }
        return terms.Count == 0 ? null : new DisjunctionWindowScorer([.. terms], leaf.Reader.MaxDoc, arena);
    }

    private CombinedNorms NormsOf(Leaf leaf) => new(leaf.Reader, _fields);
}
