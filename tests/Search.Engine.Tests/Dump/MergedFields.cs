using Search.Engine.Index;

namespace Search.Engine.Tests.Dump;

/// <summary>The fields of all segments, by name: what some segment has counts.</summary>
internal static class MergedFields
{
    /// <summary>In ordinal order of the names; numbers and attributes are those of the first segment with the field.</summary>
    public static IEnumerable<FieldInfo> Of(IndexReader reader) => reader.Leaves
        .SelectMany(leaf => leaf.Reader.FieldInfos)
        .GroupBy(info => info.Name, StringComparer.Ordinal)
        .OrderBy(fields => fields.Key, StringComparer.Ordinal)
        .Select(fields => fields.Aggregate(Merge));

    private static FieldInfo Merge(FieldInfo left, FieldInfo right) => left with
    {
        IndexOptions = left.IndexOptions == IndexOptions.None ? right.IndexOptions : left.IndexOptions,
        OmitsNorms = left.OmitsNorms || right.OmitsNorms,
        HasPayloads = left.HasPayloads || right.HasPayloads,
        HasTermVectors = left.HasTermVectors || right.HasTermVectors,
        DocValuesType = left.DocValuesType == DocValuesType.None ? right.DocValuesType : left.DocValuesType,
        PointDimensionCount = Math.Max(left.PointDimensionCount, right.PointDimensionCount),
        PointIndexDimensionCount = Math.Max(left.PointIndexDimensionCount, right.PointIndexDimensionCount),
        PointBytesPerDimension = Math.Max(left.PointBytesPerDimension, right.PointBytesPerDimension),
    };
}
