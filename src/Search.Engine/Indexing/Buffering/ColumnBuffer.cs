using Search.Engine.Codecs.Lucene80;
using Search.Engine.Documents;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>The column of one field in the buffer.</summary>
internal abstract class ColumnBuffer
{
    /// <summary>An empty column of a kind.</summary>
    public static ColumnBuffer Create(DocValuesType type, ByteArena arena, BufferMeter meter) => type switch
    {
        DocValuesType.Numeric => new NumericColumnBuffer(meter),
        DocValuesType.Binary => new BinaryColumnBuffer(arena, meter),
        DocValuesType.Sorted => new SortedColumnBuffer(arena, meter),
        DocValuesType.SortedSet => new SortedSetColumnBuffer(arena, meter),
        DocValuesType.SortedNumeric => new SortedNumericColumnBuffer(meter),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Adds a value; documents do not descend.</summary>
    public abstract void Add(int docId, Field value);

    /// <summary>Hands the column to the codec.</summary>
    public abstract void WriteTo(Lucene80DocValuesWriter writer, FieldInfo info);
}
