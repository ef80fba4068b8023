using Search.Engine.Fst;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>What <c>.tmd</c> says of one field.</summary>
/// <remarks>Postings notes, section 6.1.</remarks>
internal sealed record FieldRecord
{
    public required FieldInfo Field { get; init; }

    public required long TermCount { get; init; }

    public required byte[] RootCode { get; init; }

    public required FieldStatistics Statistics { get; init; }

    public required byte[] Min { get; init; }

    public required byte[] Max { get; init; }

    /// <summary>Where the field's part of <c>.tip</c> starts.</summary>
    public required long IndexStart { get; init; }

    public required FstMetadata Index { get; init; }

    /// <summary>Reads a record and checks what can be checked without the other files.</summary>
    public static FieldRecord Read(IndexInput meta, FieldInfos fields, int maxDoc)
    {
        int number = meta.ReadVInt32();
        FieldInfo field = fields.Find(number) ?? throw new CorruptIndexException($"terms of an unknown field {number}", meta);
        if (field.IndexOptions == IndexOptions.None)
            throw new CorruptIndexException($"terms of field {field.Name}, which is not indexed", meta);

        long termCount = meta.ReadVInt64();
        byte[] rootCode = ReadCounted(meta);
        long sumTotalTermFreq = field.HasFreqs ? meta.ReadVInt64() : 0;
        long sumDocFreq = meta.ReadVInt64();
        int docCount = meta.ReadVInt32();
        if (!field.HasFreqs)
            sumTotalTermFreq = sumDocFreq;
        if (termCount < 1 || docCount < 1 || docCount > maxDoc || sumDocFreq < docCount || sumTotalTermFreq < sumDocFreq)
            throw new CorruptIndexException($"field {field.Name}: {termCount} terms, {docCount} documents, sums {sumDocFreq} and {sumTotalTermFreq}", meta);

        var record = new FieldRecord
        {
            Field = field,
            TermCount = termCount,
            RootCode = rootCode,
            Statistics = new FieldStatistics(sumTotalTermFreq, sumDocFreq, docCount),
            Min = ReadCounted(meta),
            Max = ReadCounted(meta),
            IndexStart = meta.ReadVInt64(),
            Index = FstMetadata.Read(meta),
        };
        if (!rootCode.AsSpan().SequenceEqual(record.Index.EmptyOutput))
            throw new CorruptIndexException($"field {field.Name}: the index knows another root block", meta);
        return record;
    }

    private static byte[] ReadCounted(IndexInput meta) => meta.ReadSpan(meta.ReadVInt32()).ToArray();
}
