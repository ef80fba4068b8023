using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Weights;

/// <summary>Documents that have a norm or a column value of a field.</summary>
internal sealed class FieldExistsWeight(FieldExistsQuery query, bool needsScores, float boost) : DocSetWeight(query, needsScores, boost)
{
    protected override DocIdCursor? Documents(Leaf leaf)
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
