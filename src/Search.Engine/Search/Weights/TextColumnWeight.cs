using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Documents with a string in a column that fits, all with the boost as their score.</summary>
internal sealed class TextColumnWeight(TextColumnQuery query, bool needsScores, float boost) : Weight(query, needsScores)
{
    public override Scorer? Scorer(Leaf leaf)
    {
        if (leaf.Reader.SortedColumn(query.Column) is { } single)
        {
            return query.OrdinalsThatFit(single.Dictionary) is { } fits
                ? new FilteredScorer(single, () => fits(single.Ordinal), boost)
                : null;
        }
        if (leaf.Reader.SortedSetColumn(query.Column) is { } several)
        {
            return query.OrdinalsThatFit(several.Dictionary) is { } fits
                ? new FilteredScorer(several, () => AnyFits(several, fits), boost)
                : null;
        }
        return null;
    }

    private static bool AnyFits(SortedSetDocValues values, Predicate<int> fits)
    {
        for (int left = values.Count; left > 0; left--)
        {
            if (fits(values.NextOrdinal()))
                return true;
        }
        return false;
    }
}
