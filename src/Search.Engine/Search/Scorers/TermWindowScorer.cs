using Search.Engine.Index;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Scores the postings of one term in one segment, block by block.</summary>
internal sealed class TermWindowScorer : WindowScorer
{
    private const int BlockSize = BlockIntersection.BlockSize;

    // A list of so many documents has paid for what a step costs.
    private const int WorthAStep = 64;

    private readonly PostingsBlocks _blocks;
    private readonly SegmentNorms? _norms;
    private readonly SimScorer? _similarity;
    private readonly TermBounds _bounds;
    private readonly TermScores? _scores;
    private bool _exhausted;
    private float _minCompetitiveScore;

    /// <summary>Without scores.</summary>
    public TermWindowScorer(PostingsBlocks blocks)
    {
        _blocks = blocks;
        _bounds = new TermBounds(blocks, similarity: null);
    }

    /// <summary>With scores.</summary>
    public TermWindowScorer(PostingsBlocks blocks, SegmentNorms norms, SimScorer similarity, BlockScores room)
    {
        _blocks = blocks;
        _norms = norms;
        _similarity = similarity;
        _bounds = new TermBounds(blocks, similarity);
        _scores = new TermScores(norms, similarity, room);
    }

    public override long Cost => _blocks.DocFreq;

    public override bool Accumulates => true;

    public override bool NarrowsLists => true;

    /// <summary>Whether <see cref="AddUnmarked"/> may be called.</summary>
    public bool HasScores => _similarity is not null;

    /// <summary>Whether <see cref="TryListRun"/> may be called.</summary>
    public bool ListsRuns => _similarity is not null && Within is null;

    public override bool ListsDirectly => true;

    /// <summary>The only documents that <see cref="List"/> lists; null: all.</summary>
    public FixedBitSet? Within { get; set; }

    public override int Seek(int target)
    {
        target = SkipNonCompetitive(target, DocIdCursor.NoMoreDocs);
        if (!AdvanceBlock(target))
            return DocIdCursor.NoMoreDocs;
        ReadOnlySpan<int> docs = _blocks.Docs;
        return docs[BlockSearch.FirstAtLeast(docs, target)];
    }

    public override void Score(int from, int to, ScoreWindow window)
    {
        while (NextRun(ref from, to, out Range run))
        {
            ReadOnlySpan<int> docs = _blocks.Docs[run];
            if (_similarity is null)
            {
                window.Mark(docs);
                continue;
            }
            ReadOnlySpan<float> scores = _scores!.Competitive(ref docs, _blocks.Freqs[run], _minCompetitiveScore);
            window.Add(docs, scores);
        }
    }

    /// <summary>Adds the scores in <c>[from, to)</c> to the window's sums and leaves it to the caller to mark the documents.</summary>
    public void AddUnmarked(int from, int to, ScoreWindow window)
    {
        while (NextRun(ref from, to, out Range run))
        {
            ReadOnlySpan<int> docs = _blocks.Docs[run];
            ReadOnlySpan<float> scores = _scores!.Competitive(ref docs, _blocks.Freqs[run], _minCompetitiveScore);
            window.AddUnmarked(docs, scores);
        }
    }

    /// <summary>Lists the documents in <c>[from, to)</c> that one block has and that may compete; <paramref name="from"/> moves behind them. False: there are none any more.</summary>
    public bool TryListRun(ref int from, int to, Candidates list)
    {
        if (!NextRun(ref from, to, out Range run))
            return false;
        ReadOnlySpan<int> docs = _blocks.Docs[run];
        ReadOnlySpan<float> scores = _scores!.Competitive(ref docs, _blocks.Freqs[run], _minCompetitiveScore);
        list.Add(docs, scores);
        return true;
    }

    public override void Find(int from, int to, ScoreWindow window, Span<ulong> found)
    {
        Span<int> places = stackalloc int[BlockSize];
        var candidates = new WindowCandidates(window);
        while (candidates.Next(from) is var candidate && candidate < to && AdvanceBlock(candidate))
        {
            ReadOnlySpan<int> docs = _blocks.Docs;
            int count = candidates.FindIn(docs, candidate, to, places);
            foreach (int place in places[..count])
            {
                int slot = docs[place] - window.Base;
                found[slot >> 6] |= 1UL << slot;
            }
            if (_similarity is not null && count > 0)
                window.AddScores(docs, places[..count], _scores!.At(places[..count], docs, _blocks.Freqs));
            from = docs[^1] + 1;
        }
    }

    public override void Flag(int from, int to, FlagWindow flags, ListScratch scratch)
    {
        while (NextRun(ref from, to, out Range run))
            flags.Add(_blocks.Docs[run]);
    }

    // Where the term is rare a block spans many windows.
    public override int StretchEnd(int from)
    {
        _bounds.MaxScoreOfBlock(from, out int upTo);
        return Math.Max(ScoreWindow.EndFor(from), upTo == DocIdCursor.NoMoreDocs ? upTo : upTo + 1);
    }

    // Block after block until it is worth looking at what was listed.
    public override int List(int from, int to, ScoreWindow window, Candidates list)
    {
        while (list.Count < WorthAStep && NextRun(ref from, to, out Range run))
        {
            ReadOnlySpan<int> docs = _blocks.Docs[run];
            if (Within is not null)
            {
                // Blocks between two documents of the set are not decoded.
                from = Within.NextSetBit(from) is >= 0 and int next ? Math.Min(next, to) : to;
                ListWithin(Within, docs, run.Start.Value, list);
            }
            else if (_similarity is null)
            {
                list.Add(docs);
            }
            else
            {
                ReadOnlySpan<float> scores = _scores!.Competitive(ref docs, _blocks.Freqs[run], _minCompetitiveScore);
                list.Add(docs, scores);
            }
        }
        return list.Count < WorthAStep ? to : from;
    }

    /// <summary>
    /// Lists the documents of one block without their scores, which <see cref="Retain"/> adds as long as nothing behind the returned
    /// document is asked for.
    /// </summary>
    /// <returns>The document, at most <paramref name="to"/>, up to which (exclusive) all are listed.</returns>
    public int ListBlock(int from, int to, Candidates list)
    {
        if (!NextRun(ref from, to, out Range run))
            return to;
        list.Add(_blocks.Docs[run]);
        return from;
    }

    public override void Retain(Candidates list, ScoreWindow window)
    {
        MatchBuffer matches = list.Matches;
        var kept = 0;
        for (var next = 0; next < list.Count;)
        {
            int count = Match(list, ref next);
            list.CloseUp(kept, matches.Places.AsSpan(0, count));
            if (_similarity is not null)
            {
                Span<float> scores = matches.Scores.AsSpan(0, count);
                _similarity.Score(list.Docs.Slice(kept, count), matches.Freqs.AsSpan(0, count), _norms!, scores);
                Span<double> sums = list.Sums.Slice(kept, count);
                for (var i = 0; i < scores.Length; i++)
                    sums[i] += scores[i];
            }
            kept += count;
        }
        list.Cut(kept);
    }

    public override void Lookup(Candidates list, ScoreWindow window)
    {
        MatchBuffer matches = list.Matches;
        for (var next = 0; next < list.Count;)
        {
            ReadOnlySpan<int> places = matches.Places.AsSpan(0, Match(list, ref next));
            Span<int> docs = matches.Docs.AsSpan(0, places.Length);
            for (var i = 0; i < docs.Length; i++)
            {
                list.Found[places[i]] = true;
                docs[i] = list.Docs[places[i]];
            }
            if (_similarity is null)
                continue;
            Span<float> scores = matches.Scores.AsSpan(0, places.Length);
            _similarity.Score(docs, matches.Freqs.AsSpan(0, places.Length), _norms!, scores);
            for (var i = 0; i < scores.Length; i++)
                list.Sums[places[i]] += scores[i];
        }
    }

    /// <summary>The bound of the block around a target; targets must not descend.</summary>
    /// <param name="upTo">The last document (inclusive) that is bounded.</param>
    public float MaxScoreOfBlock(int target, out int upTo) => _bounds.MaxScoreOfBlock(target, out upTo);

    public override void SetMinCompetitiveScore(float minScore) => _minCompetitiveScore = minScore;

    public override float MaxScore(int from, int upTo) => _bounds.MaxScore(from, upTo);

    public override long LeastMatches => _blocks.DocFreq;

    public override float LikelyMinimum(int k) => _bounds.LikelyMinimum(k);

    // Goes through candidates until there is no room for more; tells how many match, and notes which, with their frequencies when there
    // are scores.
    private int Match(Candidates list, ref int next)
    {
        MatchBuffer matches = list.Matches;
        var (found, looked) = (0, 0);
        _exhausted = _exhausted || !_blocks.Match(list.Docs[next..], matches.Places, _similarity is null ? [] : matches.Freqs, out found, out looked);
        foreach (ref int place in matches.Places.AsSpan(0, found))
            place += next;
        next = _exhausted ? list.Count : next + looked;
        return found;
    }

    // Only documents of the set are scored; a block that has none of it keeps its frequencies packed.
    private void ListWithin(FixedBitSet set, ReadOnlySpan<int> docs, int start, Candidates list)
    {
        Span<int> within = stackalloc int[BlockSize];
        Span<int> freqs = stackalloc int[BlockSize];
        int count = set.PlacesOfMembers(docs, within);
        if (count == 0)
            return;
        ReadOnlySpan<int> all = _similarity is null ? [] : _blocks.Freqs;
        for (var i = 0; i < count; i++)
        {
            if (!all.IsEmpty)
                freqs[i] = all[start + within[i]];
            within[i] = docs[within[i]];
        }
        if (_similarity is null)
        {
            list.Add(within[..count]);
            return;
        }
        ReadOnlySpan<int> found = within[..count];
        ReadOnlySpan<float> scores = _scores!.Competitive(ref found, freqs[..count], _minCompetitiveScore);
        list.Add(found, scores);
    }

    // The documents of one block in [from, to); from moves behind them. False: there are none any more.
    private bool NextRun(ref int from, int to, out Range run)
    {
        run = default;
        from = SkipNonCompetitive(from, to);
        if (from >= to || !AdvanceBlock(from))
            return false;
        ReadOnlySpan<int> docs = _blocks.Docs;
        int start = docs[0] >= from ? 0 : BlockSearch.FirstAtLeast(docs, from);
        int last = docs[^1];
        int end = last < to ? docs.Length : start + BlockSearch.FirstAtLeast(docs[start..], to);
        run = start..end;
        from = last < to ? last + 1 : to;
        return true;
    }

    private bool AdvanceBlock(int target)
    {
        _exhausted = _exhausted || !_blocks.AdvanceBlock(target);
        return !_exhausted;
    }

    // The first document from target on, or the end, whose block may hold a competitive score: other blocks are never decoded.
    private int SkipNonCompetitive(int target, int end) =>
        _minCompetitiveScore <= 0 || _similarity is null ? target : _bounds.SkipBelow(target, end, _minCompetitiveScore);
}
