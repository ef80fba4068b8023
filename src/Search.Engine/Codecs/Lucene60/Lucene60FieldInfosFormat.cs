using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene60;

/// <summary>The fields of a segment (<c>.fnm</c> files), the original ones and those that column updates rewrite.</summary>
/// <remarks>README.md in this folder; container notes, section 7. Stateless.</remarks>
internal static class Lucene60FieldInfosFormat
{
    public const string Extension = "fnm";
    private const string CodecName = "Lucene60FieldInfos";
    private const int Version = 2;
    private const int SmallestRecordBytes = 15;

    private const int HasTermVectors = 1;
    private const int OmitsNorms = 2;
    private const int HasPayloads = 4;
    private const int IsSoftDeletes = 8;

    /// <summary>Reads the fields of a segment.</summary>
    /// <param name="suffix">The generation in base 36 for updated fields; empty for the original ones.</param>
    public static FieldInfos Read(IndexDirectory directory, SegmentInfo segment, string suffix = "")
    {
        using IndexInput input = directory.OpenInput(segment.FileName(Extension, suffix));
        CodecFooter.CheckWholeFile(input);
        CodecHeader.Check(input, CodecName, Version, Version, segment.Id, suffix);

        int count = input.ReadVInt32();
        if (count < 0 || count > input.Remaining / SmallestRecordBytes)
            throw new CorruptIndexException($"{count} fields in {input.Remaining} bytes", input);
        var fields = new FieldInfo[count];
        var names = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new HashSet<int>();
        for (var i = 0; i < count; i++)
        {
            FieldInfo field = ReadField(input);
            if (!names.Add(field.Name) || !numbers.Add(field.Number))
                throw new CorruptIndexException($"field \"{field.Name}\" or number {field.Number} stands twice", input);
            fields[i] = field;
        }
        CodecFooter.CheckAtFooter(input);
        if (fields.Count(field => field.IsSoftDeletes) > 1)
            throw new CorruptIndexException("more than one soft-deletes field", input.Name);
        return new FieldInfos(fields);
    }

    /// <summary>Writes the fields of a segment that is being written.</summary>
    public static void Write(SegmentWriteState segment)
    {
        using IndexOutput output = segment.CreateOutput(Extension);
        Write(output, segment.Segment, segment.Fields, "");
    }

    /// <summary>Writes the updated fields of a segment and returns the file's name.</summary>
    /// <param name="suffix">The generation in base 36.</param>
    public static string Write(IndexDirectory directory, SegmentInfo segment, FieldInfos fields, string suffix)
    {
        using IndexOutput output = directory.CreateOutput(segment.FileName(Extension, suffix));
        Write(output, segment, fields, suffix);
        return output.Name;
    }

    private static void Write(IndexOutput output, SegmentInfo segment, FieldInfos fields, string suffix)
    {
        CodecHeader.Write(output, CodecName, Version, segment.Id, suffix);
        output.WriteVInt32(fields.Count);
        foreach (FieldInfo field in fields)
            WriteField(output, field);
        CodecFooter.Write(output);
    }

    private static void WriteField(IndexOutput output, FieldInfo field)
    {
        if (FaultOf(field) is { } fault)
            throw new ArgumentException($"Field \"{field.Name}\": {fault}.", nameof(field));
        output.WriteString(field.Name);
        output.WriteVInt32(field.Number);
        output.WriteByte((byte)(
            (field.HasTermVectors ? HasTermVectors : 0) | (field.OmitsNorms ? OmitsNorms : 0)
            | (field.HasPayloads ? HasPayloads : 0) | (field.IsSoftDeletes ? IsSoftDeletes : 0)));
        output.WriteByte((byte)field.IndexOptions);
        output.WriteByte((byte)field.DocValuesType);
        output.WriteInt64(field.DocValuesGeneration);
        output.WriteMap(field.Attributes);
        output.WriteVInt32(field.PointDimensionCount);
        if (field.PointDimensionCount == 0)
            return;
        output.WriteVInt32(field.PointIndexDimensionCount);
        output.WriteVInt32(field.PointBytesPerDimension);
    }

    private static FieldInfo ReadField(IndexInput input)
    {
        string name = input.ReadString();
        int number = input.ReadVInt32();
        int flags = input.ReadByte();
        int indexOptions = input.ReadByte();
        int docValuesType = input.ReadByte();
        long docValuesGeneration = input.ReadInt64();
        Dictionary<string, string> attributes = input.ReadMap();
        int dimensions = input.ReadVInt32();
        var field = new FieldInfo
        {
            Name = name,
            Number = number,
            IndexOptions = (IndexOptions)indexOptions,
            OmitsNorms = (flags & OmitsNorms) != 0,
            HasPayloads = (flags & HasPayloads) != 0,
            HasTermVectors = (flags & HasTermVectors) != 0,
            IsSoftDeletes = (flags & IsSoftDeletes) != 0,
            DocValuesType = (DocValuesType)docValuesType,
            DocValuesGeneration = docValuesGeneration,
            Attributes = attributes,
            PointDimensionCount = dimensions,
            PointIndexDimensionCount = dimensions == 0 ? 0 : input.ReadVInt32(),
            PointBytesPerDimension = dimensions == 0 ? 0 : input.ReadVInt32(),
        };
        return flags < 16 && FaultOf(field) is not { } fault
            ? field
            : throw new CorruptIndexException($"field \"{name}\" cannot be: {(flags < 16 ? FaultOf(field) : "unknown flags")}", input);
    }

    // Container notes, section 7.1.
    private static string? FaultOf(FieldInfo field)
    {
        if (field.Number < 0)
            return $"number {field.Number}";
        if (!Enum.IsDefined(field.IndexOptions) || !Enum.IsDefined(field.DocValuesType))
            return $"index options {field.IndexOptions}, doc values type {field.DocValuesType}";
        if (field.IndexOptions == IndexOptions.None && (field.HasTermVectors || field.OmitsNorms || field.HasPayloads))
            return "not indexed, but with vectors, payloads or without norms";
        if (field.HasPayloads && !field.HasPositions)
            return "payloads without positions";
        if (field.DocValuesGeneration < -1 || (field.DocValuesGeneration != -1 && field.DocValuesType == DocValuesType.None))
            return $"doc values generation {field.DocValuesGeneration}";
        bool hasPoints = field.PointDimensionCount != 0;
        bool soundPoints = hasPoints
            ? field.PointDimensionCount is > 0 and <= 16 && field.PointIndexDimensionCount is > 0 and <= 8
              && field.PointIndexDimensionCount <= field.PointDimensionCount && field.PointBytesPerDimension is > 0 and <= 16
            : field.PointIndexDimensionCount == 0 && field.PointBytesPerDimension == 0;
        return soundPoints ? null : $"points of {field.PointDimensionCount} dimensions ({field.PointIndexDimensionCount} indexed) of {field.PointBytesPerDimension} bytes";
    }
}
