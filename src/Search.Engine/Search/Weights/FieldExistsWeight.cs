using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Documents that have a norm or a column value of a field.</summary>
internal sealed class FieldExistsWeight(FieldExistsQuery query, bool needsScores, float boost) : Weight(query, needsScores)
{
    public override Scorer? Scorer(Leaf leaf) => Documents(leaf) is { } documents ? new ConstantScorer(documents, boost) : null;

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena)
    {
        if (Documents(leaf) is not { } documents)
            return null;
        var scorer = new CursorWindowScorer(new ConstantScorer(documents, boost), withScores: false);
        return NeedsScores ? new ConstantWindowScorer(scorer, boost, arena) : scorer;
    }

    private DocIdCursor? Documents(Leaf leaf)
    {
        LeafReader reader = leaf.Reader;
        if (reader.FieldInfos.Find(query.Field) is not { } field)
            return null;
        if (field.HasNorms && reader.Norms(query.Field) is { } norms)
            return norms;
        return field.DocValuesType switch
        {
            DocValuesType.Numeric => reader.NumericColumn(query.Field),
            DocValuesType.Binary => reader.BinaryColumn(query.Field),
            DocValuesType.Sorted => reader.SortedColumn(query.Field),
            DocValuesType.SortedSet => reader.SortedSetColumn(query.Field),
            DocValuesType.SortedNumeric => reader.SortedNumericColumn(query.Field),
            _ => null,
        };
    }
}
