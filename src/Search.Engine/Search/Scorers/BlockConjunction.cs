using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>The documents that several terms have, a run of them at a time, while every term's current block holds the run.</summary>
/// <remarks>
/// The rarest term's block is narrowed by the block of the next term that its documents lead to, and so on: a term's blocks
/// without a document that all terms before have are not decoded. One thread.
/// </remarks>
internal sealed class BlockConjunction
{
    private static readonly int[] Identity = [.. Enumerable.Range(0, BlockIntersection.BlockSize)];

    private readonly PostingsBlocks[] _terms;

    // Level 0 holds documents that are looked for, level n those of them that the first n terms have.
    private readonly Level[] _levels;
    private int _leadEnd;
    private bool _isLeadCut;
    private bool _exhausted;

    /// <param name="terms">Rarest first; at least one.</param>
    /// <param name="arena">Lends room for the documents of each level.</param>
    public BlockConjunction(PostingsBlocks[] terms, WindowArena arena)
    {
        _terms = terms;
        _levels = new Level[terms.Length + 1];
        for (var level = 1; level < _levels.Length; level++)
            _levels[level] = new Level(arena.RentBlock(), arena.RentBlock(), arena.RentBlock());
    }

    /// <summary>The documents of the run, ascending.</summary>
    public ReadOnlySpan<int> Run => _levels[^1].Docs.AsSpan(0, _levels[^1].Count);

    /// <summary>The place of a document of the run in a term's current block.</summary>
    /// <param name="index">Its place in the run.</param>
    public int PlaceOf(int term, int index)
    {
        for (int level = _terms.Length; level > term + 1; level--)
            index = _levels[level].Parents[index];
        return _levels[term + 1].Places[index];
    }

    /// <summary>The places of all documents of the run in a term's current block.</summary>
    /// <param name="places">Receives them; at least as long as the run.</param>
    public void PlacesOf(int term, Span<int> places)
    {
        ref Level last = ref _levels[^1];
        places = places[..last.Count];
        if (term == _terms.Length - 1)
        {
            last.Places.AsSpan(0, places.Length).CopyTo(places);
            return;
        }
        last.Parents.AsSpan(0, places.Length).CopyTo(places);
        for (int level = _terms.Length - 1; level > term + 1; level--)
        {
            foreach (ref int place in places)
                place = _levels[level].Parents[place];
        }
        foreach (ref int place in places)
            place = _levels[term + 1].Places[place];
    }

    /// <summary>The place of a document of a run of <see cref="NextFound"/> among those that are looked for.</summary>
    public int PlaceAmongWanted(int index)
    {
        for (int level = _terms.Length; level > 0; level--)
            index = _levels[level].Parents[index];
        return index;
    }

    /// <summary>Whether there are no more runs, wherever one looks.</summary>
    public bool IsExhausted => _exhausted;

    /// <summary>
    /// Moves to the next run of documents from <paramref name="target"/> on, which is above the run before; false when no document in front of
    /// the end leads to one. No term moves on for a document behind the end.
    /// </summary>
    /// <param name="scoring">Documents of the rarest term that do not reach the minimum by its bounds are left out; null: none.</param>
    public bool NextRun(int target, int end = DocIdCursor.NoMoreDocs, PhraseScoring? scoring = null, float minimum = 0)
    {
        _levels[^1].Count = 0;
        while (!_exhausted)
        {
            if (Narrow(target, end, floor: 1))
                return true;
            target = Math.Max(target, _leadEnd);
            if (scoring is not null && target < end)
                target = scoring.SkipBelow(target, end, minimum);
            if (target >= end && end != DocIdCursor.NoMoreDocs)
                return false;
            if (_exhausted || target >= end || !_terms[0].AdvanceBlock(target))
                break;
            TakeLead(target, scoring, minimum);
            if (_levels.Length == 2 && Run.Length > 0)
                return true;
        }
        _exhausted = true;
        return false;
    }

    /// <summary>Documents of the rarest term's block that were left out may come in the next run, if they are not in front of its target; then this one is over.</summary>
    public void TakeBack()
    {
        if (_isLeadCut)
            Restart();
    }

    /// <summary>Starts to look for some documents; <see cref="NextFound"/> moves to those that all terms have.</summary>
    public void LookFor(int[] docs, int count)
    {
        _levels[0] = new Level(docs, parents: [], places: []) { Count = count };
        Restart();
    }

    /// <summary>Moves to the next run of the documents that are looked for; false when there is none.</summary>
    public bool NextFound() => !_exhausted && Narrow(target: 0, end: DocIdCursor.NoMoreDocs, floor: 0);

    private void Restart()
    {
        for (var level = 1; level < _levels.Length; level++)
            _levels[level].Next = _levels[level].Count = 0;
        _leadEnd = 0;
        _isLeadCut = false;
    }

    private void TakeLead(int target, PhraseScoring? scoring, float minimum)
    {
        ReadOnlySpan<int> docs = _terms[0].Docs;
        ref Level lead = ref _levels[1];
        int start = BlockSearch.FirstAtLeast(docs, target);
        lead.Next = 0;
        _leadEnd = docs[^1] + 1;
        _isLeadCut = scoring is not null;
        if (scoring is null)
        {
            docs[start..].CopyTo(lead.Docs);
            lead.Count = docs.Length - start;
            Identity.AsSpan(start, lead.Count).CopyTo(lead.Places);
            return;
        }
        lead.Count = scoring.ListCompetitive(start, minimum, lead.Places);
        for (var i = 0; i < lead.Count; i++)
            lead.Docs[i] = docs[lead.Places[i]];
    }

    // Goes down as long as a level has documents, up where it has none; the run is what comes out at the last level.
    private bool Narrow(int target, int end, int floor)
    {
        int level = _levels.Length - 1;
        while (level > floor)
        {
            ref Level from = ref _levels[level - 1];
            if (from.Next < from.Count && from.Docs[from.Next] < target)
                from.Next += BlockSearch.FirstAtLeast(from.Docs.AsSpan(from.Next, from.Count - from.Next), target);
            if (from.Next == from.Count)
            {
                level--;
                continue;
            }
            if (from.Docs[from.Next] >= end)
                return false;
            if (!Match(ref from, _terms[level - 1], ref _levels[level]))
            {
                _exhausted = true;
                return false;
            }
            if (_levels[level].Count == 0)
                continue;
            if (level == _levels.Length - 1)
                return true;
            level++;
        }
        return false;
    }

    // Of the next documents, those that the term's block has into which the first of them falls; false when the term has no more documents.
    private static bool Match(ref Level from, PostingsBlocks term, ref Level to)
    {
        ReadOnlySpan<int> wanted = from.Docs.AsSpan(from.Next, from.Count - from.Next);
        if (!term.AdvanceBlock(wanted[0]))
            return false;
        to.Next = 0;
        to.Count = BlockIntersection.Match(wanted, term.Docs, to.Parents, to.Places, out int looked);
        for (var i = 0; i < to.Count; i++)
        {
            to.Docs[i] = wanted[to.Parents[i]];
            to.Parents[i] += from.Next;
        }
        from.Next += looked;
        return true;
    }

    /// <summary>Documents, where each stands in the level before and in the block of the level's term, and how far the next level has come.</summary>
    private struct Level(int[] docs, int[] parents, int[] places)
    {
        public readonly int[] Docs = docs;
        public readonly int[] Parents = parents;
        public readonly int[] Places = places;
        public int Count;
        public int Next;
    }
}
