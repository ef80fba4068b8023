using Search.Engine.Index;

namespace Search.Engine.Search.Queries;

/// <summary>Gathers the terms of a multi-term query over all segments, or the best of them.</summary>
/// <remarks>
/// A term that has been displaced by better ones cannot come back, since the worst that is kept only gets better: so what is kept has
/// been counted in every segment.
/// </remarks>
internal sealed class ExpandedTerms
{
    private readonly MultiTermQuery _query;
    private readonly int _size;
    private readonly SortedSet<ExpandedTerm> _best = new(Comparer<ExpandedTerm>.Create(ExpandedTerm.CompareBest));

    private ExpandedTerms(MultiTermQuery query)
    {
        _query = query;
        _size = query.Method.Size;
    }

    /// <summary>The terms, ascending.</summary>
    /// <exception cref="TooManyClausesException">More than a boolean query takes, and the method does not choose among them.</exception>
    public static IReadOnlyList<ExpandedTerm> Gather(MultiTermQuery query, IndexReader reader)
    {
        var gathered = new ExpandedTerms(query);
        foreach (Leaf leaf in reader.Leaves)
        {
            if (leaf.Reader.Terms(query.Field) is { } terms)
            {
                MatchingTerms matching = query.OpenTerms(terms);
                gathered.Add(matching);
                matching.Release();
            }
        }
        return [.. gathered._best.OrderBy(term => term.Term)];
    }

    private void Add(MatchingTerms terms)
    {
        while (terms.Next())
        {
            float boost = _query.BoostOf(terms);
            if (_size > 0 && _best.Count == _size && IsWorse(boost, terms.Term))
            {
                // Without boosts all that follows is worse.
                if (!_query.HasBoosts)
                    return;
                continue;
            }
            var found = new ExpandedTerm(new Term(_query.Field, terms.Term), boost);
            if (_best.TryGetValue(found, out ExpandedTerm? known))
                found = known;
            else
                Keep(found);
            found.DocFreq += terms.State.DocFreq;
        }
    }

    private bool IsWorse(float boost, ReadOnlySpan<byte> term)
    {
        ExpandedTerm worst = _best.Max!;
        return boost < worst.Boost || (boost == worst.Boost && term.SequenceCompareTo(worst.Term.Bytes) > 0);
    }

    private void Keep(ExpandedTerm term)
    {
        if (_size == 0 && _best.Count == BooleanQuery.MaxClauseCount)
            throw new TooManyClausesException();
        if (_size > 0 && _best.Count == _size)
            _best.Remove(_best.Max!);
        _best.Add(term);
    }
}
