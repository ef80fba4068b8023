using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of rare terms, which are gathered already, and of frequent ones, gathered when they are asked for: first those in front of a bound, then all.</summary>
/// <remarks>A search that needs no more than the first thousand spares itself most documents of the frequent terms.</remarks>
internal sealed class LateWindowScorer : WindowScorer
{
    private readonly Terms _terms;
    private readonly List<TermState> _frequent;
    private readonly DocSet _documents;
    private readonly BitSetWindowScorer _gathered;
    private readonly int _bound;
    private readonly int _maxDoc;
    private readonly WindowArena _arena;
    private PostingsBlocks? _blocks;

    // In front of it nothing is missing.
    private int _complete;

    /// <param name="documents">Those of the rare terms.</param>
    /// <param name="bound">At first, documents from there on are left out.</param>
    public LateWindowScorer(Terms terms, List<TermState> frequent, DocSet documents, int bound, int maxDoc, long cost, WindowArena arena)
    {
        _terms = terms;
        _frequent = frequent;
        _documents = documents;
        _gathered = new BitSetWindowScorer(documents.Bits(), cost);
        _bound = bound;
        _maxDoc = maxDoc;
        _arena = arena;
    }

    public override long Cost => _gathered.Cost;

    public override bool Accumulates => true;

    public override bool NarrowsLists => true;

    public override int Seek(int target)
    {
        while (true)
        {
            int next = _gathered.Seek(target);
            if (next < _complete || _complete == _maxDoc)
                return next;
            Gather(Math.Max(target, _complete) + 1);
        }
    }

    public override void Score(int from, int to, ScoreWindow window)
    {
        Gather(to);
        _gathered.Score(from, to, window);
    }

    public override int List(int from, int to, ScoreWindow window, Candidates list)
    {
        Gather(Math.Min(from + 1, to));
        return _gathered.List(from, Math.Min(to, _complete), window, list);
    }

    public override void Find(int from, int to, ScoreWindow window, Span<ulong> found)
    {
        Gather(to);
        _gathered.Find(from, to, window, found);
    }

    public override void Retain(Candidates list, ScoreWindow window)
    {
        GatherFor(list);
        _gathered.Retain(list, window);
    }

    public override void Lookup(Candidates list, ScoreWindow window)
    {
        GatherFor(list);
        _gathered.Lookup(list, window);
    }

    public override float MaxScore(int from, int upTo) => 0f;

    private void GatherFor(Candidates list)
    {
        if (list.Count > 0)
            Gather(list.Docs[^1] + 1);
    }

    private void Gather(int end)
    {
        if (end <= _complete || _complete == _maxDoc)
            return;
        int upTo = _complete == 0 && end <= _bound ? _bound : _maxDoc;
        foreach (TermState state in _frequent)
        {
            _blocks = _arena.Documents(_terms, state, _blocks);
            for (bool any = _blocks.AdvanceBlock(_complete); any; any = _blocks.NextBlock())
            {
                ReadOnlySpan<int> docs = _blocks.Docs;
                _documents.Add(docs);
                if (docs[^1] >= upTo - 1)
                    break;
            }
        }
        _complete = upTo;
    }
}
