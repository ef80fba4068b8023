using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.QueryParsing;

/// <summary>Tokens some of which cover several positions: synonyms of several words make side paths through the text.</summary>
/// <remarks>
/// Source: search semantics notes, section 4.6. Nodes are positions, tokens are edges. A phrase becomes one phrase for each path;
/// Lucene builds span queries of them, which the engine does not have.
/// </remarks>
internal sealed class TokenGraph(string field, List<PlacedTerm> terms)
{
    /// <summary>The query of the text.</summary>
    /// <exception cref="TooManyClausesException">Too many paths.</exception>
    public Query ToQuery(bool asPhrase, int slop, Occur defaultOccur) => asPhrase ? Phrases(slop) : Words(defaultOccur);

    // A clause for each stretch between two positions that every path passes.
    private BooleanQuery Words(Occur defaultOccur)
    {
        var clauses = new List<BooleanClause>();
        int end = EndOfText();
        for (int from = NextStart(0); from < end;)
        {
            int to = NextCut(from);
            clauses.Add(new BooleanClause(Stretch(from, to), defaultOccur));
            from = NextStart(to);
        }
        return new BooleanQuery(clauses);
    }

    private Query Stretch(int from, int to)
    {
        List<PlacedTerm> across = terms.FindAll(term => term.Position == from && EndOf(term) == to);
        bool sidePaths = terms.Exists(term => term.Position >= from && term.Position < to && EndOf(term) < to);
        if (!sidePaths)
            return TokenQueryBuilder.AnyOf(field, across);
        return new BooleanQuery([.. Paths(from, to).ConvertAll(path => new BooleanClause(AllOf(path), Occur.Should))]);
    }

    private static Query AllOf(List<PlacedTerm> path) => path.Count == 1
        ? new TermQuery(path[0].Term)
        : new BooleanQuery([.. path.Select(term => new BooleanClause(new TermQuery(term.Term), Occur.Must))]);

    private Query Phrases(int slop)
    {
        List<List<PlacedTerm>> paths = Paths(NextStart(0), EndOfText());
        List<Query> phrases = paths.ConvertAll(path => Phrase(path, slop));
        return phrases.Count == 1 ? phrases[0] : new BooleanQuery([.. phrases.Select(phrase => new BooleanClause(phrase, Occur.Should))]);
    }

    private Query Phrase(List<PlacedTerm> path, int slop)
    {
        if (path.Count == 1)
            return new TermQuery(path[0].Term);
        var placed = new List<(Term, int)>();
        var position = 0;
        for (var i = 0; i < path.Count; i++)
        {
            if (i > 0)
                position += 1 + path[i].Position - EndOf(path[i - 1]); // gaps stay, a long token counts as one word
            placed.Add((path[i].Term, position));
        }
        return new PhraseQuery(field, placed, slop);
    }

    private List<List<PlacedTerm>> Paths(int from, int to)
    {
        var paths = new List<List<PlacedTerm>>();
        Walk(from, to, [], paths);
        return paths;
    }

    private void Walk(int from, int to, List<PlacedTerm> path, List<List<PlacedTerm>> paths)
    {
        if (paths.Count > BooleanQuery.MaxClauseCount)
            throw new TooManyClausesException();
        int start = NextStart(from);
        if (start >= to)
        {
            paths.Add([.. path]);
            return;
        }
        foreach (PlacedTerm term in terms)
        {
            if (term.Position != start)
                continue;
            path.Add(term);
            Walk(EndOf(term), to, path, paths);
            path.RemoveAt(path.Count - 1);
        }
    }

    // The first position from here at which a token starts; the end of the text if none does.
    private int NextStart(int position)
    {
        int next = int.MaxValue;
        foreach (PlacedTerm term in terms)
        {
            if (term.Position >= position)
                next = Math.Min(next, term.Position);
        }
        return next == int.MaxValue ? EndOfText() : next;
    }

    private int NextCut(int from)
    {
        int cut = from + 1;
        while (terms.Exists(term => term.Position < cut && EndOf(term) > cut))
            cut++;
        return cut;
    }

    private int EndOfText() => terms.Max(EndOf);

    private static int EndOf(PlacedTerm term) => term.Position + term.PositionLength;
}
