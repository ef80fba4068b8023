using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Documents with any term that fits a rule, all with the boost as their score.</summary>
/// <remarks>A few terms run as a disjunction, many are gathered into a set: search semantics notes, section 2.8.</remarks>
internal sealed class MultiTermWeight(MultiTermQuery query, bool needsScores, float boost) : Weight(query, needsScores)
{
    private const int MostTermsInDisjunction = 16;

    // A cursor takes a few kilobytes.
    private const int MostCursorsKept = 512;

    public override Scorer? Scorer(Leaf leaf)
    {
        if (leaf.Reader.Terms(query.Field) is not { } terms)
            return null;
        var documents = new DocSet(leaf.Reader.MaxDoc);
        MatchingTerms matching = query.OpenTerms(terms);
        PostingsEnum? postings = null;
        while (matching.Next())
        {
            postings = terms.Postings(matching.State, PostingsDetail.Docs, postings);
            while (postings.NextDoc() != DocIdCursor.NoMoreDocs)
                documents.Add(postings.DocId);
        }
        return new ConstantScorer(documents.Cursor(), boost);
    }

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena)
    {
        if (leaf.Reader.Terms(query.Field) is not { } terms || arena.Budget.ShouldStop())
            return null;
        MatchingTerms matching = query.OpenTerms(terms);
        WindowScorer? documents = Documents(leaf, terms, matching, arena);
        matching.Release();
        return documents is null || !NeedsScores ? documents : new ConstantWindowScorer(documents, boost, arena);
    }

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink)
    {
        if (leaf.Reader.Terms(query.Field) is not { } terms)
            return false;
        bool positions = sink.Wants(query.Field) && leaf.Reader.FieldInfos.Find(query.Field) is { HasPositions: true };
        PostingsDetail detail = positions ? PostingsDetail.Everything : PostingsDetail.Docs;
        if (!sink.TryReuse(this, leaf, out PostingsEnum[]? opened))
            sink.Keep(this, opened = sink.KeepsCursors ? OpenFew(terms, detail) : null);
        var any = false;
        foreach (PostingsEnum postings in opened ?? OneByOne(terms, detail))
        {
            if (!StandsAt(postings, docId))
                continue;
            any = true;
            if (!positions)
                break;
            sink.AddPositions(query.Field, postings, query);
        }
        return any;
    }

    private IEnumerable<PostingsEnum> OneByOne(Terms terms, PostingsDetail detail)
    {
        MatchingTerms matching = query.OpenTerms(terms);
        PostingsEnum? postings = null;
        while (matching.Next())
            yield return postings = terms.Postings(matching.State, detail, postings);
    }

    // Null when there are so many terms that their cursors would take much memory.
    private PostingsEnum[]? OpenFew(Terms terms, PostingsDetail detail)
    {
        MatchingTerms matching = query.OpenTerms(terms);
        var opened = new List<PostingsEnum>();
        while (matching.Next())
        {
            if (opened.Count == MostCursorsKept)
                return null;
            opened.Add(terms.Postings(matching.State, detail));
        }
        return [.. opened];
    }

    private WindowScorer? Documents(Leaf leaf, Terms terms, MatchingTerms matching, WindowArena arena)
    {
        List<TermState> few = arena.RentStates();
        while (matching.Next() && arena.Budget.TryExpand())
        {
            if (few.Count == MostTermsInDisjunction)
                return Many(leaf, terms, few, matching, arena);
            few.Add(matching.State);
        }
        return few.Count == 0 ? null : Few(terms, few, leaf.Reader.MaxDoc, arena);
    }

    private static WindowScorer Few(Terms terms, List<TermState> states, int maxDoc, WindowArena arena)
    {
        var clauses = new WindowScorer[states.Count];
        for (var i = 0; i < clauses.Length; i++)
            clauses[i] = new TermWindowScorer(arena.Documents(terms, states[i]));
        return clauses.Length == 1 ? clauses[0] : new DisjunctionWindowScorer(clauses, maxDoc, arena);
    }

    private WindowScorer Many(Leaf leaf, Terms terms, List<TermState> first, MatchingTerms rest, WindowArena arena)
    {
        var gathering = new TermGathering(terms, leaf.Reader.MaxDoc, mayBeLate: NeedsScores, arena);
        foreach (TermState state in first)
            gathering.Add(state);
        do
            gathering.Add(rest.State);
        while (rest.Next() && arena.Budget.TryExpand());
        return gathering.ToWindows();
    }
}
