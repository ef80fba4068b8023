using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Clauses that must, may or must not match.</summary>
/// <remarks>How scores add up: search semantics notes, section 2.6.</remarks>
internal sealed class BooleanWeight : Weight
{
    private readonly Weight[] _must;
    private readonly Weight[] _filter;
    private readonly Weight[] _should;
    private readonly Weight[] _mustNot;
    private readonly int _minimumShouldMatch;

    public BooleanWeight(BooleanQuery query, IndexSearcher searcher, bool needsScores, float boost)
        : base(query, needsScores)
    {
        _must = Weights(Occur.Must, needsScores);
        _filter = Weights(Occur.Filter, withScores: false);
        _should = Weights(Occur.Should, needsScores);
        _mustNot = Weights(Occur.MustNot, withScores: false);
        bool someRequired = _must.Length + _filter.Length > 0;
        _minimumShouldMatch = someRequired ? query.MinimumShouldMatch : Math.Max(1, query.MinimumShouldMatch);

        Weight[] Weights(Occur occur, bool withScores) =>
            Array.ConvertAll(query.QueriesThat(occur), clause => clause.CreateWeight(searcher, withScores, boost));
    }

    private bool HasRequired => _must.Length + _filter.Length > 0;

    private bool IsDisjunctionOfTerms =>
        !HasRequired && _mustNot.Length == 0 && _minimumShouldMatch == 1 && Array.TrueForAll(_should, clause => clause is TermWeight);

    public override Scorer? Scorer(Leaf leaf) =>
        new DocumentAtATime(leaf).Combine(this);

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena) =>
        new WindowAtATime(this, leaf, arena).Combine(this);

    public override Explanation Explain(Leaf leaf, int docId)
    {
        var details = new List<Explanation>();
        foreach (Weight clause in _must.Concat(_should))
        {
            Explanation part = clause.Explain(leaf, docId);
            if (part.IsMatch)
                details.Add(part);
        }
        foreach (Weight clause in _filter)
            details.Add(Explanation.Match(0f, $"filter {clause.Query}"));
        return ScoreOf(leaf, docId) is { } score
            ? Explanation.Match(score, $"{Describe(docId)}: sum of", details)
            : Explanation.NoMatch(Describe(docId));
    }

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink)
    {
        int mark = sink.Mark;
        if (MatchesRules(leaf, docId, sink))
            return true;
        sink.Rollback(mark);
        return false;
    }

    /// <summary>What opening yields for each clause, clauses without documents left out.</summary>
    internal static List<T> Open<T>(Weight[] clauses, Func<Weight, T?> open)
        where T : class
    {
        var opened = new List<T>(clauses.Length);
        foreach (Weight clause in clauses)
        {
            if (open(clause) is { } scorer)
                opened.Add(scorer);
        }
        return opened;
    }

    private bool MatchesRules(Leaf leaf, int docId, MatchSink sink)
    {
        foreach (Weight clause in _mustNot)
        {
            int mark = sink.Mark;
            if (clause.CollectMatches(leaf, docId, sink))
                return false;
            sink.Rollback(mark);
        }
        foreach (Weight clause in _must.Concat(_filter))
        {
            if (!clause.CollectMatches(leaf, docId, sink))
                return false;
        }
        var optional = 0;
        foreach (Weight clause in _should)
        {
            if (clause.CollectMatches(leaf, docId, sink))
                optional++;
        }
        return optional >= _minimumShouldMatch;
    }

    /// <summary>Puts the scorers of the clauses together; the same rules for both kinds of scorer.</summary>
    private abstract class Assembly<T>
        where T : class
    {
        private readonly Func<Weight, T?> _open;

        protected Assembly() => _open = OpenClause;

        public T? Combine(BooleanWeight weight)
        {
            List<T> must = Open(weight._must);
            List<T> filter = Open(weight._filter);
            if (must.Count < weight._must.Length || filter.Count < weight._filter.Length)
                return null;
            int minimum = weight._minimumShouldMatch;
            bool optionalCounts = weight.NeedsScores || minimum > 0;
            List<T> should = optionalCounts ? Open(weight._should) : [];
            if (should.Count < minimum)
                return null;
            // As many optional clauses as must match: all of them are required.
            if (minimum > 0 && should.Count == minimum)
            {
                must.AddRange(should);
                should.Clear();
                minimum = 0;
            }
            if (Positive(must, filter, should, minimum) is not { } positive)
                return null;
            List<T> mustNot = OpenExcluded(weight._mustNot);
            if (mustNot.Count == 0)
                return positive;
            return Excluding(positive, mustNot.Count == 1 ? mustNot[0] : AnyOf(mustNot, 1));
        }

        protected List<T> Open(Weight[] clauses) => BooleanWeight.Open(clauses, _open);

        protected abstract T? OpenClause(Weight clause);

        protected virtual List<T> OpenExcluded(Weight[] clauses) => Open(clauses);

        protected abstract T AllOf(List<T> must, List<T> filter);

        protected abstract T AnyOf(List<T> should, int minimum);

        protected abstract T RequiredAndOptional(T required, T optional);

        protected abstract T RequiredBoth(T required, T optional);

        protected abstract T Excluding(T positive, T excluded);

        private T? Positive(List<T> must, List<T> filter, List<T> should, int minimum)
        {
            T? optional = should.Count switch { 0 => null, 1 => should[0], _ => AnyOf(should, Math.Max(1, minimum)) };
            if (must.Count + filter.Count == 0)
                return optional;
            T required = AllOf(must, filter);
            if (optional is null)
                return required;
            return minimum > 0 ? RequiredBoth(required, optional) : RequiredAndOptional(required, optional);
        }
    }

    private sealed class DocumentAtATime(Leaf leaf) : Assembly<Scorer>
    {
        protected override Scorer? OpenClause(Weight clause) => clause.Scorer(leaf);

        protected override Scorer AllOf(List<Scorer> must, List<Scorer> filter) =>
            must.Count == 1 && filter.Count == 0 ? must[0] : new ConjunctionScorer([.. must, .. filter], must);

        protected override Scorer AnyOf(List<Scorer> should, int minimum) => new DisjunctionScorer(should, minimum);

        protected override Scorer RequiredAndOptional(Scorer required, Scorer optional) => new RequiredOptionalScorer(required, optional);

        protected override Scorer RequiredBoth(Scorer required, Scorer optional) =>
            new ConjunctionScorer([required, optional], [required, optional]);

        protected override Scorer Excluding(Scorer positive, Scorer excluded) => new ExclusionScorer(positive, excluded);
    }

    private sealed class WindowAtATime(BooleanWeight weight, Leaf leaf, WindowArena arena) : Assembly<WindowScorer>
    {
        protected override WindowScorer? OpenClause(Weight clause) => clause.WindowScorer(leaf, arena);

        protected override List<WindowScorer> OpenExcluded(Weight[] clauses)
        {
            arena.Budget.EnterNegation();
            List<WindowScorer> opened = base.OpenExcluded(clauses);
            arena.Budget.LeaveNegation();
            return opened;
        }

        protected override WindowScorer AllOf(List<WindowScorer> must, List<WindowScorer> filter) =>
            must.Count + filter.Count == 1 ? (must.Count == 1 ? must : filter)[0] : Conjunctions.Of(must, filter, Alternatives(must), arena);

        protected override WindowScorer AnyOf(List<WindowScorer> should, int minimum) =>
            minimum > 1 ? new MinimumMatchWindowScorer([.. should], minimum, arena) : new DisjunctionWindowScorer([.. should], leaf.Reader.MaxDoc, arena);

        protected override WindowScorer RequiredAndOptional(WindowScorer required, WindowScorer optional) =>
            new RequiredOptionalWindowScorer(required, optional, arena);

        protected override WindowScorer RequiredBoth(WindowScorer required, WindowScorer optional) =>
            Conjunctions.Of([required, optional], [], alternatives: null, arena);

        protected override WindowScorer Excluding(WindowScorer positive, WindowScorer excluded) =>
            new ExclusionWindowScorer(positive, excluded, arena);

        // Where clauses that must match are alternatives of terms themselves, all these terms once more.
        private DisjunctionWindowScorer? Alternatives(List<WindowScorer> must)
        {
            if (!weight.NeedsScores || must.Count != weight._must.Length || !must.Exists(clause => clause is DisjunctionWindowScorer))
                return null;
            var terms = new List<WindowScorer>();
            foreach (Weight clause in weight._must)
            {
                if (clause is not TermWeight && clause is not BooleanWeight { IsDisjunctionOfTerms: true })
                    return null;
                Weight[] parts = clause is BooleanWeight disjunction ? disjunction._should : [clause];
                terms.AddRange(Open(parts));
            }
            return new DisjunctionWindowScorer([.. terms], leaf.Reader.MaxDoc, arena);
        }
    }
}
