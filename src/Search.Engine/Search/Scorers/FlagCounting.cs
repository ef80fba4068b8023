namespace Search.Engine.Search.Scorers;

/// <summary>Counts documents that several scorers have, with flags, without scores.</summary>
/// <remarks>A search that is stopped counts fewer.</remarks>
internal sealed class FlagCounting(WindowArena arena)
{
    // So many documents are looked for in a block of a term in the time that it takes to flag the block.
    private const int WorthFlaggingBlock = 8;

    // Where the rarest clause has fewer documents than one for so many of the next, lists do better: soon where all clauses pass over blocks.
    private const int WorthFlaggingAll = 8;
    private const int WorthFlaggingLists = 2;

    private readonly FlagWindow _flags = arena.RentFlags();
    private readonly FlagWindow _other = arena.RentFlags();
    private readonly ListScratch _scratch = new(arena);

    /// <summary>Whether <see cref="CountAll"/> is worth it for clauses from rare to frequent; otherwise lists find out sooner.</summary>
    public static bool Suits(WindowScorer[] clauses)
    {
        int worth = Array.TrueForAll(clauses, clause => clause.NarrowsLists) ? WorthFlaggingLists : WorthFlaggingAll;
        return clauses.Length > 1 && clauses[0].Cost * worth >= clauses[1].Cost;
    }

    /// <summary>The number of documents that any of the clauses has.</summary>
    /// <param name="live">The only documents that count; null: all.</param>
    public long CountAny(WindowScorer[] clauses, int maxDoc, FixedBitSet? live)
    {
        TermWindowScorer? most = live is null ? clauses.OfType<TermWindowScorer>().MaxBy(clause => clause.Cost) : null;
        WindowScorer[] others = [.. clauses.Where(clause => clause != most)];
        if (most is not null && others.Sum(clause => clause.Cost) * BlockIntersection.BlockSize < most.Cost * WorthFlaggingBlock)
            return CountBeside(others, most, maxDoc);
        var next = new ClauseCandidates(clauses);
        var count = 0L;
        for (int from = next.Seek(0), end; from < maxDoc && !arena.Budget.LookNow(); from = next.Seek(end))
        {
            end = FlagAny(clauses, next, from, maxDoc);
            if (live is not null)
                _flags.Intersect(live, end);
            count += _flags.Count();
        }
        return count;
    }

    /// <summary>The number of documents that all of several clauses have.</summary>
    /// <param name="clauses">At least one; the rarest first, whose windows alone are looked at.</param>
    /// <param name="live">The only documents that count; null: all.</param>
    public long CountAll(WindowScorer[] clauses, int maxDoc, FixedBitSet? live)
    {
        var next = new ClauseCandidates(clauses);
        var count = 0L;
        for (int from = next.Next(0, 0), end; from < maxDoc && !arena.Budget.LookNow(); from = next.Next(0, end))
        {
            end = Math.Min(_flags.MoveTo(from), maxDoc);
            Flag(clauses[0], from, end, _flags);
            if (live is not null)
                _flags.Intersect(live, end);
            for (var i = 1; i < clauses.Length; i++)
            {
                _other.MoveTo(from);
                Flag(clauses[i], next.Next(i, from), end, _other);
                _flags.Intersect(_other);
            }
            count += _flags.Count();
        }
        return count;
    }

    // How many documents a term has is known: where the others have few, those that it shares with them are looked for and counted once.
    private long CountBeside(WindowScorer[] others, TermWindowScorer term, int maxDoc)
    {
        long count = others.Length == 1 ? CountListed(others[0], term, maxDoc) : CountFlagged(others, term, maxDoc);
        return arena.Budget.IsStopped ? count : count + term.Cost;
    }

    // How many documents of a clause a term does not have.
    private long CountListed(WindowScorer clause, TermWindowScorer term, int maxDoc)
    {
        var count = 0L;
        for (int next = clause.Seek(0); next < maxDoc && !arena.Budget.LookNow(); next = clause.Seek(next))
        {
            _scratch.List.Clear();
            next = clause.List(next, maxDoc, _scratch.Window, _scratch.List);
            if (!arena.Budget.IsStopped)
                count += CountWithout(term);
        }
        return count;
    }

    // How many documents of several clauses a term does not have.
    private long CountFlagged(WindowScorer[] clauses, TermWindowScorer term, int maxDoc)
    {
        var next = new ClauseCandidates(clauses);
        var count = 0L;
        for (int from = next.Seek(0), end; from < maxDoc && !arena.Budget.LookNow(); from = next.Seek(end))
        {
            end = FlagAny(clauses, next, from, maxDoc);
            for (int listed = from; listed < end;)
            {
                _scratch.List.Clear();
                listed = _flags.ListTo(_scratch.List, listed);
                count += CountWithout(term);
            }
        }
        return count;
    }

    private int CountWithout(TermWindowScorer term)
    {
        int all = _scratch.List.Count;
        term.Retain(_scratch.List, _scratch.Window);
        return all - _scratch.List.Count;
    }

    // Flags what any clause has in the window that starts at a document; returns its end.
    private int FlagAny(WindowScorer[] clauses, ClauseCandidates next, int from, int maxDoc)
    {
        int end = Math.Min(_flags.MoveTo(from), maxDoc);
        for (var i = 0; i < clauses.Length; i++)
            Flag(clauses[i], next.Next(i, from), end, _flags);
        return end;
    }

    private void Flag(WindowScorer clause, int from, int to, FlagWindow flags)
    {
        if (from < to)
            clause.Flag(from, to, flags, _scratch);
    }
}
