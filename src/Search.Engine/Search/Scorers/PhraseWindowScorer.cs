using System.Numerics;
using Search.Engine.Index;
using Search.Engine.Search.Matching;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents in which a phrase of single terms occurs: the terms' blocks are intersected, then positions are compared.</summary>
/// <remarks>Its twin is <see cref="PhraseScorer"/>. What the terms' frequencies alone show not to compete is never looked into.</remarks>
/// <param name="matcher">Null: an exact phrase of different terms, which a <see cref="PhraseRunMatcher"/> counts.</param>
/// <param name="scoring">Null when no scores are needed.</param>
internal sealed class PhraseWindowScorer(PhraseTerms terms, PhraseMatcher? matcher, bool isExact, PhraseScoring? scoring, WindowArena arena) : WindowScorer
{
    // A seek looks into so many documents for a match, so that windows without any are rare; then the next candidate is good enough.
    private const int MostLooksOfSeeks = 64;

    private const float Unknown = -1;

    private readonly bool _haveRepeats = terms.HaveRepeats;
    private readonly PhraseRunMatcher? _runMatcher = matcher is null ? terms.CreateRunMatcher() : null;
    private readonly int[] _kept = arena.RentBlock();
    private readonly PhraseMatches _found = new(arena);
    private int[]? _wanted;
    private int _keptCount;
    private int _next;
    private int _index;
    private int _docId = -1;
    private float _freq;
    private int _looksLeft;
    private float _minCompetitiveScore;

    public override long Cost => terms.Rarest.DocFreq;

    public override bool Accumulates => true;

    public override bool ListsDirectly => true;

    public override int Seek(int target)
    {
        int docId = Candidate(target, DocIdCursor.NoMoreDocs);
        for (; docId != DocIdCursor.NoMoreDocs && _looksLeft > 0 && !IsMatch() && !arena.Budget.IsStopped; _looksLeft--)
            docId = Candidate(docId + 1, DocIdCursor.NoMoreDocs);
        return docId;
    }

    public override int List(int from, int to, ScoreWindow window, Candidates list)
    {
        int end = FindFrom(from, to);
        ReadOnlySpan<float> scores = _found.Scores(scoring);
        for (var i = 0; i < scores.Length; i++)
            list.Add(_found.Docs[i], scores[i]);
        return end;
    }

    public override void Score(int from, int to, ScoreWindow window)
    {
        while (from < to)
        {
            from = FindFrom(from, to);
            window.Add(_found.Docs, _found.Scores(scoring));
        }
        _looksLeft = MostLooksOfSeeks;
    }

    public override void Find(int from, int to, ScoreWindow window, Span<ulong> found)
    {
        int[] wanted = _wanted ??= arena.RentDocs();
        var count = 0;
        for (var word = 0; word < window.Matches.Length; word++)
        {
            for (ulong bits = window.Matches[word]; bits != 0; bits &= bits - 1)
                wanted[count++] = window.Base + (word << 6) + BitOperations.TrailingZeroCount(bits);
        }
        terms.Documents.LookFor(wanted, count);
        while (FindWanted())
        {
            foreach (int docId in _found.Docs)
                found[(docId - window.Base) >> 6] |= 1UL << (docId - window.Base);
            window.Add(_found.Docs, _found.Scores(scoring));
        }
        _looksLeft = MostLooksOfSeeks;
    }

    public override void Lookup(Candidates list, ScoreWindow window)
    {
        int[] wanted = _wanted ??= arena.RentDocs();
        list.Docs.CopyTo(wanted);
        terms.Documents.LookFor(wanted, list.Count);
        while (FindWanted())
        {
            ReadOnlySpan<float> scores = _found.Scores(scoring);
            for (var i = 0; i < scores.Length; i++)
            {
                int place = _found.Places[i];
                list.Found[place] = true;
                list.Sums[place] += scores[i];
            }
        }
    }

    public override void SetMinCompetitiveScore(float minScore)
    {
        bool falls = minScore < _minCompetitiveScore;
        _minCompetitiveScore = minScore;
        if (!falls)
            return;
        // What was left out may compete again.
        terms.Documents.TakeBack();
        Filter(canPrune: minScore > 0);
        _docId = -1;
    }

    public override float MaxScore(int from, int upTo) => scoring is null ? 0 : isExact ? scoring.MaxScore(from, upTo) : scoring.Limit;

    // Finds matches in [from, to), as many as there is room for; returns up to where (exclusive) all are found.
    private int FindFrom(int from, int to)
    {
        _found.Clear();
        for (int docId = Candidate(from, to); docId < to && !arena.Budget.ShouldStop(); docId = Candidate(docId + 1, to))
        {
            if (IsMatch())
                _found.Add(docId, _freq);
            if (_runMatcher is not null)
                docId = AddRest(_runMatcher, docId, to);
            if (_found.Count == PhraseMatches.Capacity)
                return docId + 1;
        }
        return to;
    }

    // Goes on through the run up to the end, as far as there is room; returns the last document that it went through.
    private int AddRest(PhraseRunMatcher runMatcher, int docId, int to)
    {
        ReadOnlySpan<int> run = terms.Documents.Run;
        while (_next < _keptCount && run[_kept[_next]] < to && _found.Count < PhraseMatches.Capacity)
        {
            int index = _kept[_next++];
            docId = run[index];
            int freq = runMatcher.CountAt(index);
            if (freq > 0)
                _found.Add(docId, freq);
        }
        return docId;
    }

    // Finds the matches in the next run of the documents that are looked for; false when there is none.
    private bool FindWanted()
    {
        _found.Clear();
        // What comes after is behind the documents that are looked for.
        _docId = -1;
        if (!terms.Documents.NextFound())
        {
            _keptCount = _next = 0;
            return false;
        }
        Filter(canPrune: false);
        for (var i = 0; i < _keptCount && !arena.Budget.ShouldStop(); i++)
        {
            Enter(i);
            if (IsMatch())
                _found.Add(_docId, _freq, terms.Documents.PlaceAmongWanted(_index));
        }
        return true;
    }

    // Moves to the first document from the target on that has all terms and may compete. What does not compete in front of the end may do
    // so behind it: then the run is not left.
    private int Candidate(int target, int end)
    {
        if (_docId >= target)
            return _docId;
        while (true)
        {
            ReadOnlySpan<int> run = terms.Documents.Run;
            while (_next < _keptCount)
            {
                int place = _next++;
                if (run[_kept[place]] < target)
                    continue;
                Enter(place);
                return _docId;
            }
            if (!run.IsEmpty && run[^1] >= end)
                return end;
            if (!terms.Documents.NextRun(target, end, isExact && _minCompetitiveScore > 0 ? scoring : null, _minCompetitiveScore))
            {
                _keptCount = _next = 0;
                return terms.Documents.IsExhausted ? _docId = DocIdCursor.NoMoreDocs : end;
            }
            Filter(canPrune: true);
        }
    }

    // Keeps those documents of the run whose frequencies allow a match that may compete.
    private void Filter(bool canPrune)
    {
        ReadOnlySpan<int> run = terms.Documents.Run;
        _next = 0;
        _keptCount = 0;
        if (run.IsEmpty)
            return;
        bool prune = canPrune && scoring is not null && _minCompetitiveScore > 0;
        if (!prune && !_haveRepeats)
        {
            for (; _keptCount < run.Length; _keptCount++)
                _kept[_keptCount] = _keptCount;
            return;
        }
        Span<int> most = stackalloc int[BlockIntersection.BlockSize];
        most = most[..run.Length];
        terms.CountMostMatches(isExact, most);
        ReadOnlySpan<float> bounds = prune ? scoring!.BoundsOf(run, most) : default;
        for (var index = 0; index < run.Length; index++)
        {
            _kept[_keptCount] = index;
            _keptCount += most[index] > 0 && (!prune || bounds[index] >= _minCompetitiveScore) ? 1 : 0;
        }
    }

    private void Enter(int place)
    {
        _index = _kept[place];
        _docId = terms.Documents.Run[_index];
        _freq = Unknown;
    }

    // Looked into once.
    private bool IsMatch()
    {
        if (_freq == Unknown)
            _freq = _runMatcher?.CountAt(_index) ?? FreqByMatcher();
        return _freq > 0;
    }

    private float FreqByMatcher()
    {
        terms.Load(_index);
        return !matcher!.FirstMatch() ? 0 : scoring is null ? 1 : matcher.Freq();
    }
}
