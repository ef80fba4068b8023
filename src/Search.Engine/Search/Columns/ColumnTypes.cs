using Search.Engine.Index;

namespace Search.Engine.Search.Columns;

/// <summary>Refuses columns of a kind that a job cannot read.</summary>
internal static class ColumnTypes
{
    /// <summary>A segment may lack the column, but not have it in another form.</summary>
    /// <exception cref="InvalidOperationException">The segment's column is of another type.</exception>
    public static void Check(LeafReader reader, string column, DocValuesType one, DocValuesType other)
    {
        DocValuesType type = reader.FieldInfos.Find(column)?.DocValuesType ?? DocValuesType.None;
        if (type != DocValuesType.None && type != one && type != other)
            throw new InvalidOperationException($"column \"{column}\" is {type}; {one} or {other} is needed");
    }
}
