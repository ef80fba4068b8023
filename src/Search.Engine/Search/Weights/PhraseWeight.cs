using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Weights;

/// <summary>A phrase, with or without alternatives and slop.</summary>
/// <remarks>Its idf is the sum over all its terms: search semantics notes, section 2.5.</remarks>
internal sealed class PhraseWeight : Weight
{
    private readonly string _fieldName;
    private readonly int _slop;
    private readonly float _boost;
    private readonly (TermStates[] Terms, int Position)[] _places;
    private readonly FieldScoring? _field;
    private readonly SimScorer? _similarity;

    public PhraseWeight(
        Query query,
        string field,
        IReadOnlyList<(IReadOnlyList<Term> Terms, int Position)> places,
        int slop,
        IndexSearcher searcher,
        bool needsScores,
        float boost)
        : base(query, needsScores)
    {
        _fieldName = field;
        _slop = slop;
        _boost = boost;
        _places = new (TermStates[], int)[places.Count];
        for (var i = 0; i < _places.Length; i++)
        {
            IReadOnlyList<Term> terms = places[i].Terms;
            var states = new TermStates[terms.Count];
            for (var term = 0; term < states.Length; term++)
                states[term] = new TermStates(searcher.Reader, terms[term]);
            _places[i] = (states, places[i].Position);
        }
        if (!needsScores || !Array.Exists(_places, place => Array.Exists(place.Terms, term => term.Exists)))
            return;
        _field = searcher.ScoringOf(field);
        _similarity = _field.Scorer(boost, SumOfIdf(_field));
    }

    public override Scorer? Scorer(Leaf leaf) => Open(leaf);

    public override Explanation Explain(Leaf leaf, int docId)
    {
        PhraseScorer? scorer = Open(leaf);
        if (scorer is null || scorer.Advance(docId) != docId)
            return Explanation.NoMatch($"{Query}: not in doc {docId} of its segment");
        return _similarity is null
            ? Explanation.Match(0f, Describe(docId))
            : TermExplanation.Of(Describe(docId), _boost, [.. ExistingTerms()], scorer.Freq(), new SegmentNorms(leaf.Reader, _fieldName).Of(docId), _field!, _similarity);
    }

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena)
    {
        if (!CanMatch(leaf))
            return null;
        // Places with alternatives have no blocks of their own.
        if (Array.Exists(_places, place => place.Terms.Length > 1))
            return base.WindowScorer(leaf, arena);
        Terms terms = leaf.Reader.Terms(_fieldName)!;
        var places = new PhrasePlace[_places.Length];
        var states = new TermState[_places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            TermStates term = _places[i].Terms[0];
            if (!term.TryGet(leaf, out states[i]))
                return null;
            places[i] = new PhrasePlace(_places[i].Position, [term.Term], states[i].DocFreq);
        }
        PhraseTerms phrase = PhraseTerms.Open(terms, places, states, arena);
        bool isExact = PhraseMatcher.IsExact(places.Length, _slop);
        return new PhraseWindowScorer(
            phrase,
            isExact && !phrase.HaveRepeats ? null : PhraseMatcher.Create(places, _slop),
            isExact,
            _similarity is null ? null : new PhraseScoring(leaf.Reader, _fieldName, _similarity, phrase.Rarest, arena),
            arena);
    }

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink)
    {
        if (!sink.TryReuse(this, leaf, out PhraseCursor? phrase))
            sink.Keep(this, phrase = Cursor(leaf, PostingsDetail.Everything));
        if (phrase is null || !StandsAt(phrase.Documents, docId) || !phrase.FirstMatch())
            return false;
        if (!sink.Wants(_fieldName))
            return true;
        do
        {
            PhraseMatch match = phrase.Match;
            sink.Add(new MatchInterval(_fieldName, match.StartPosition, match.EndPosition, match.StartOffset, match.EndOffset, Query));
        }
        while (phrase.NextMatch());
        return true;
    }

    private PhraseScorer? Open(Leaf leaf) =>
        Cursor(leaf, PostingsDetail.Positions) is { } phrase ? new PhraseScorer(phrase, NormsOf(leaf), _similarity) : null;

    private SegmentNorms? NormsOf(Leaf leaf) => NeedsScores ? new SegmentNorms(leaf.Reader, _fieldName) : null;

    private bool CanMatch(Leaf leaf)
    {
        if (_places.Length == 0 || leaf.Reader.Terms(_fieldName) is null)
            return false;
        if (leaf.Reader.FieldInfos.Find(_fieldName) is not { HasPositions: true })
            throw new InvalidOperationException($"field \"{_fieldName}\" was indexed without positions; the phrase {Query} cannot be looked for");
        return true;
    }

    // Null when the segment lacks all terms of some place.
    private PhraseCursor? Cursor(Leaf leaf, PostingsDetail detail)
    {
        if (!CanMatch(leaf))
            return null;
        var places = new PhrasePlace[_places.Length];
        var postings = new PostingsEnum[_places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            (TermStates[] terms, int position) = _places[i];
            if (PostingsOf(leaf, terms, detail) is not { } found)
                return null;
            postings[i] = found;
            places[i] = new PhrasePlace(position, [.. terms.Select(term => term.Term)], found.Cost);
        }
        return new PhraseCursor(postings, places, _slop, withOffsets: detail == PostingsDetail.Everything);
    }

    private static PostingsEnum? PostingsOf(Leaf leaf, TermStates[] terms, PostingsDetail detail)
    {
        var found = new List<PostingsEnum>(terms.Length);
        foreach (TermStates term in terms)
        {
            if (term.Postings(leaf, detail) is { } postings)
                found.Add(postings);
        }
        return found.Count switch { 0 => null, 1 => found[0], _ => new UnionPostingsEnum([.. found]) };
    }

    private float SumOfIdf(FieldScoring field)
    {
        var sum = 0.0;
        foreach ((TermStates[] terms, int _) in _places)
        {
            foreach (TermStates term in terms)
                sum += term.Exists ? field.Idf(term.DocFreq) : 0;
        }
        return (float)sum;
    }

    private IEnumerable<(Term Term, long DocFreq)> ExistingTerms() =>
        _places.SelectMany(place => place.Terms).Where(term => term.Exists).Select(term => (term.Term, term.DocFreq));
}
