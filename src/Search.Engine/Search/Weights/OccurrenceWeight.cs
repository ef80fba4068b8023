using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Proximity;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Weights;

/// <summary>Places of words that fit a rule.</summary>
/// <remarks>
/// BM25 as of a phrase: the frequency is the number of matches. A group of alternatives counts with its commonest word's idf, one
/// of patterns alone with 1.
/// </remarks>
internal sealed class OccurrenceWeight : Weight
{
    private readonly OccurrenceQuery _query;
    private readonly float _boost;
    private readonly FieldScoring? _field;
    private readonly SimScorer? _similarity;
    private readonly List<(Term Term, long DocFreq)> _scored = [];

    public OccurrenceWeight(OccurrenceQuery query, IndexSearcher searcher, bool needsScores, float boost)
        : base(query, needsScores)
    {
        _query = query;
        _boost = boost;
        if (!needsScores || query.Scores == OccurrenceScores.Count)
            return;
        _field = searcher.ScoringOf(query.Field);
        _similarity = _field.Scorer(boost, SumOfIdf(searcher.Reader, _field));
    }

    public override Scorer? Scorer(Leaf leaf) => Open(leaf, budget: null, _query.Rule.NeedsOffsets);

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena) =>
        Open(leaf, arena.Budget, _query.Rule.NeedsOffsets) is { } scorer ? new CursorWindowScorer(scorer, NeedsScores, arena.Budget) : null;

    public override Explanation Explain(Leaf leaf, int docId)
    {
        OccurrenceScorer? scorer = Open(leaf, budget: null, _query.Rule.NeedsOffsets);
        if (scorer is null || scorer.Advance(docId) != docId)
            return Explanation.NoMatch($"{Query}: not in doc {docId} of its segment");
        return _similarity is null
            ? Explanation.Match(NeedsScores ? scorer.Score() : 0f, $"{Describe(docId)}: {scorer.Count} matches")
            : TermExplanation.Of(Describe(docId), _boost, _scored, scorer.Count, new SegmentNorms(leaf.Reader, _query.Field).Of(docId), _field!, _similarity);
    }

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink)
    {
        OccurrenceScorer? scorer = Open(leaf, budget: null, withOffsets: true);
        if (scorer is null || scorer.Advance(docId) != docId)
            return false;
        if (!sink.Wants(_query.Field))
            return true;
        var marks = new List<Occurrence>();
        scorer.CollectMarks(marks);
        foreach (Occurrence mark in marks)
            sink.Add(new MatchInterval(_query.Field, mark.StartPosition, mark.EndPosition, mark.StartOffset, mark.EndOffset, Query));
        return true;
    }

    // Null when the segment lacks all words of some group.
    private OccurrenceScorer? Open(Leaf leaf, SearchBudget? budget, bool withOffsets)
    {
        PostingsDetail detail = withOffsets ? PostingsDetail.Everything : PostingsDetail.Positions;
        var context = new IntervalContext(leaf, _query.Field, detail, budget);
        var matchers = new IntervalMatcher?[_query.Words.Count];
        if (_query.Rule.HasNegation)
            budget?.EnterNegation();
        for (var i = 0; i < matchers.Length; i++)
            matchers[i] = _query.Words[i].Open(context);
        if (_query.Rule.HasNegation)
            budget?.LeaveNegation();
        if (Candidates(matchers) is not { } candidates)
            return null;
        return new OccurrenceScorer(
            candidates,
            new DocumentOccurrences(leaf.Reader, _query.Field, matchers, withOffsets),
            _query.Rule.Open(leaf.Reader),
            _boost,
            _similarity,
            _similarity is null ? null : new SegmentNorms(leaf.Reader, _query.Field));
    }

    private DocIdCursor? Candidates(IntervalMatcher?[] matchers)
    {
        var groups = new List<DocIdCursor>();
        foreach (IReadOnlyList<int> group in _query.Required)
        {
            List<DocIdCursor> cursors = [.. group.Select(word => matchers[word]?.Documents).OfType<DocIdCursor>()];
            if (cursors.Count == 0)
                return null;
            groups.Add(cursors.Count == 1 ? cursors[0] : new DisjunctionCursor(cursors));
        }
        return groups.Count == 1 ? groups[0] : new ConjunctionCursor(groups);
    }

    private float SumOfIdf(IndexReader reader, FieldScoring field)
    {
        var sum = 0.0;
        foreach (IReadOnlyList<int> group in _query.Required)
        {
            (Term Term, long DocFreq)[] terms = [.. group
                .Select(word => _query.Words[word])
                .OfType<TermSource>()
                .Select(word => new TermStates(reader, new Term(_query.Field, word.Text)))
                .Where(term => term.Exists)
                .Select(term => (term.Term, term.DocFreq))];
            if (terms.Length == 0)
            {
                sum += 1;
                continue;
            }
            (Term Term, long DocFreq) commonest = terms.MaxBy(term => term.DocFreq);
            _scored.Add(commonest);
            sum += field.Idf(commonest.DocFreq);
        }
        return (float)sum;
    }
}
