using System.Runtime.ExceptionServices;
using Search.Engine.Index;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search;

/// <summary>Finds the best hits by score, segment after segment, on one thread or on several that take segments from one row.</summary>
internal sealed class TopScoreSearch
{
    private readonly Weight _weight;
    private readonly IReadOnlyList<Leaf> _leaves;
    private readonly ScratchPool _scratch;
    private readonly bool _isUnlimited;
    private int _taken;

    /// <param name="leaves">In the order in which they are searched.</param>
    /// <param name="isUnlimited">Whether the search goes on to its end: then hits may be counted that are never found.</param>
    public TopScoreSearch(Weight weight, IReadOnlyList<Leaf> leaves, bool isUnlimited, ScratchPool scratch)
    {
        _weight = weight;
        _scratch = scratch;
        _isUnlimited = isUnlimited;
        _leaves = leaves;
    }

    /// <summary>Searches on this thread.</summary>
    /// <param name="expecting">Whether the first segment may tell a score to start with, so that <see cref="TopScoreCollector.IsAsExpected"/> has to be asked.</param>
    public TopDocs Run(TopScoreCollector collector, SearchBudget budget, bool expecting)
    {
        SearchLeaves(collector, budget, expecting);
        return collector.Result().As(budget.Partial);
    }

    /// <summary>Searches on as many threads as there are collectors, which know a minimum together, or fewer if the machine has none to spare.</summary>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public TopDocs Run(TopScoreCollector[] collectors, TimeProvider clock, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = collectors.Length, CancellationToken = cancellation };
        try
        {
            Parallel.ForEach(collectors, options, collector => SearchLeaves(collector, new SearchBudget(limits: null, clock, cancellation), expecting: false));
        }
        catch (AggregateException several)
        {
            // What one thread would have thrown.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
        return TopScoreCollector.ResultOf(collectors);
    }

    // Takes one segment after the other as long as there are some.
    private void SearchLeaves(TopScoreCollector collector, SearchBudget budget, bool expecting)
    {
        using WindowArena arena = _scratch.Open(budget);
        var search = new LeafSearch(arena);
        while (!budget.IsStopped && Interlocked.Increment(ref _taken) is var taken && taken <= _leaves.Count)
        {
            search.Collect(_weight, _leaves[taken - 1], collector, foresees: _isUnlimited, expects: expecting && taken == 1);
        }
    }
}
