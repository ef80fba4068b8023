using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Documents with a number in a column that fits, all with the boost as their score.</summary>
internal sealed class NumberColumnWeight(NumberColumnQuery query, bool needsScores, float boost) : Weight(query, needsScores)
{
    public override Scorer? Scorer(Leaf leaf)
    {
        if (leaf.Reader.NumericColumn(query.Column) is { } single)
            return new FilteredScorer(single, () => query.Fits(single.Value), boost);
        if (leaf.Reader.SortedNumericColumn(query.Column) is { } several)
            return new FilteredScorer(several, () => AnyFits(several), boost);
        return null;
    }

    private bool AnyFits(SortedNumericDocValues values)
    {
        for (int left = values.Count; left > 0; left--)
        {
            if (query.Fits(values.NextValue()))
                return true;
        }
        return false;
    }
}
