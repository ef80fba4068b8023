using System.Numerics;
using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents in which a phrase of single terms occurs: the terms' blocks are intersected, then positions are compared.</summary>
/// <remarks>Its twin is <see cref="PhraseScorer"/>. What the terms' frequencies alone show not to compete is never looked into.</remarks>
/// <param name="places">The places of <paramref name="terms"/> in the order of the phrase.</param>
/// <param name="norms">Of the matches.</param>
/// <param name="boundNorms">Of the candidates: the same, but read further ahead.</param>
/// <param name="similarity">Null when no scores are needed.</param>
internal sealed class PhraseWindowScorer(
    PhraseTerms terms, PhrasePlace[] places, int slop, SegmentNorms? norms, SegmentNorms? boundNorms, SimScorer? similarity, SearchBudget budget)
    : WindowScorer
{
    // A seek looks into so many documents for a match, so that windows without any are rare; then the next candidate is good enough.
    private const int MostLooksOfSeeks = 64;

    private const float Unknown = -1;

    private readonly PhraseMatcher _matcher = PhraseMatcher.Create(places, slop);
    private readonly bool _isExact = PhraseMatcher.IsExact(places.Length, slop);
    private readonly bool _haveRepeats = terms.HaveRepeats;
    private readonly int[] _kept = new int[BlockIntersection.BlockSize];
    private readonly byte[] _norms = new byte[BlockIntersection.BlockSize];
    private bool _normsRead;
    private int _keptCount;
    private int _next;
    private int _index;
    private int _docId = -1;
    private float _freq;
    private int _looksLeft;
    private float _minCompetitiveScore;
    private int[] _window = [];

    public override long Cost => terms.Rarest.DocFreq;

    public override bool Accumulates => true;

    public override int Seek(int target)
    {
        int docId = Candidate(target, DocIdCursor.NoMoreDocs);
        for (; docId != DocIdCursor.NoMoreDocs && _looksLeft > 0 && !IsMatch() && !budget.IsStopped; _looksLeft--)
            docId = Candidate(docId + 1, DocIdCursor.NoMoreDocs);
        return docId;
    }

    public override void Score(int from, int to, ScoreWindow window)
    {
        _looksLeft = MostLooksOfSeeks;
        for (int docId = Candidate(from, to); docId < to && !budget.ShouldStop(); docId = Candidate(docId + 1, to))
        {
            if (IsMatch())
                window.Add(docId, ScoreOf(docId));
        }
    }

    public override void Find(int from, int to, ScoreWindow window, Span<ulong> found)
    {
        _looksLeft = MostLooksOfSeeks;
        int count = TakeCandidates(window);
        terms.Documents.LookFor(_window, count);
        while (terms.Documents.NextFound())
        {
            Filter(canPrune: false);
            for (var i = 0; i < _keptCount && !budget.ShouldStop(); i++)
            {
                Enter(_kept[i]);
                if (!IsMatch())
                    continue;
                int slot = _docId - window.Base;
                found[slot >> 6] |= 1UL << slot;
                window.Add(_docId, ScoreOf(_docId));
            }
        }
        // What is left of the last run is behind the window.
        _keptCount = _next = 0;
        _docId = to - 1;
    }

    public override void SetMinCompetitiveScore(float minScore)
    {
        bool falls = minScore < _minCompetitiveScore;
        _minCompetitiveScore = minScore;
        if (!falls)
            return;
        // What was left out of the run may compete again.
        Filter(canPrune: true);
        _docId = -1;
    }

    public override float MaxScore(int from, int upTo)
    {
        if (similarity is null)
            return 0;
        if (!_isExact)
            return similarity.Weight;
        terms.Rarest.AdvanceShallow(from);
        return similarity.MaxScore(terms.Rarest.ImpactsUpTo(upTo));
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
                int index = _kept[_next++];
                if (run[index] < target)
                    continue;
                Enter(index);
                return _docId;
            }
            if (!run.IsEmpty && run[^1] >= end)
                return end;
            if (!terms.Documents.NextRun(target))
                return _docId = DocIdCursor.NoMoreDocs;
            _normsRead = false;
            Filter(canPrune: true);
        }
    }

    // Keeps those documents of the run whose frequencies allow a match that may compete.
    private void Filter(bool canPrune)
    {
        ReadOnlySpan<int> run = terms.Documents.Run;
        bool prune = canPrune && similarity is not null && _minCompetitiveScore > 0;
        if (prune && !_normsRead)
            boundNorms!.Read(run, _norms);
        _normsRead |= prune;
        _next = 0;
        _keptCount = 0;
        for (var index = 0; index < run.Length; index++)
        {
            _kept[_keptCount] = index;
            if (prune || _haveRepeats)
            {
                long most = terms.MostMatches(index, _isExact);
                if (most == 0 || (prune && similarity!.Score(most, _norms[index]) < _minCompetitiveScore))
                    continue;
            }
            _keptCount++;
        }
    }

    private void Enter(int index)
    {
        _index = index;
        _docId = terms.Documents.Run[index];
        _freq = Unknown;
    }

    // Looked into once.
    private bool IsMatch()
    {
        if (_freq == Unknown)
        {
            terms.Load(_index);
            _freq = !_matcher.FirstMatch() ? 0 : similarity is null ? 1 : _matcher.Freq();
        }
        return _freq > 0;
    }

    private float ScoreOf(int docId) => similarity is null ? 0 : similarity.Score(_freq, norms!.Of(docId));

    // The window's documents, ascending.
    private int TakeCandidates(ScoreWindow window)
    {
        if (_window.Length == 0)
            _window = new int[ScoreWindow.Size];
        var count = 0;
        ReadOnlySpan<ulong> matches = window.Matches;
        for (var word = 0; word < matches.Length; word++)
        {
            for (ulong bits = matches[word]; bits != 0; bits &= bits - 1)
                _window[count++] = window.Base + (word << 6) + BitOperations.TrailingZeroCount(bits);
        }
        return count;
    }
}
