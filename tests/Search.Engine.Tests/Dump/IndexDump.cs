using Search.Engine.Index;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Dump;

/// <summary>Everything our reader sees in an index, line by line as <c>oracle dump</c> prints it.</summary>
/// <remarks>Form and digests: <c>tests/oracle/README.md</c>, "dump" and "Digests of dump". Term vectors are not read: none are reported.</remarks>
internal static class IndexDump
{
    /// <summary>The whole dump of the newest commit in a folder.</summary>
    public static string[] OfFolder(string folder, DumpMode mode = DumpMode.All)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        using DirectoryReader reader = DirectoryReader.Open(directory, new ReaderOptions { ShowsSoftDeleted = true });
        return Of(reader, directory, mode);
    }

    /// <summary>The whole dump of an open commit, which Lucene's reader shows with its softly deleted documents.</summary>
    public static string[] Of(DirectoryReader reader, IndexDirectory directory, DumpMode mode = DumpMode.All) =>
        [.. DumpSegments.Of(reader, directory, mode).Select(line => line.ToString()), .. Content(reader, mode)];

    /// <summary>The lines that are equal for indexes that hold the same data.</summary>
    public static IEnumerable<string> Content(IndexReader reader, DumpMode mode = DumpMode.All) =>
        ContentLines(reader, mode).Select(line => line.ToString());

    private static IEnumerable<DumpLine> ContentLines(IndexReader reader, DumpMode mode)
    {
        var documents = new DumpDocuments(reader, mode);
        var columns = new DumpColumns(reader, documents);
        foreach (FieldInfo field in MergedFields.Of(reader))
        {
            yield return Field(field);
            if (field.IndexOptions != IndexOptions.None)
                yield return DumpTerms.Of(reader, documents, field);
            if (field.HasNorms)
                yield return columns.Norms(field);
            if (field.DocValuesType != DocValuesType.None)
                yield return columns.Column(field);
            if (field.PointDimensionCount > 0)
                yield return DumpPoints.Of(reader, documents, field);
        }
        yield return DumpStored.Of(reader, documents);
        yield return Vectors();
    }

    private static DumpLine Field(FieldInfo field) => new DumpLine("field").Add("name", field.Name)
        .Add("index", NameOf(field.IndexOptions)).Add("norms", field.HasNorms).Add("payloads", field.HasPayloads)
        .Add("vectors", field.HasTermVectors).Add("docValues", NameOf(field.DocValuesType))
        .Add("pointDimensions", field.PointDimensionCount).Add("pointIndexDimensions", field.PointIndexDimensionCount)
        .Add("pointBytes", field.PointBytesPerDimension);

    private static DumpLine Vectors()
    {
        using var digest = new DumpDigest();
        return new DumpLine("vectors").Add("documents", 0).Add("terms", 0).Add("digest", digest.Finish());
    }

    private static string NameOf(IndexOptions options) => options switch
    {
        IndexOptions.None => "NONE",
        IndexOptions.Docs => "DOCS",
        IndexOptions.DocsAndFreqs => "DOCS_AND_FREQS",
        IndexOptions.DocsFreqsAndPositions => "DOCS_AND_FREQS_AND_POSITIONS",
        _ => "DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS",
    };

    private static string NameOf(DocValuesType type) => type switch
    {
        DocValuesType.None => "NONE",
        DocValuesType.Numeric => "NUMERIC",
        DocValuesType.Binary => "BINARY",
        DocValuesType.Sorted => "SORTED",
        DocValuesType.SortedSet => "SORTED_SET",
        _ => "SORTED_NUMERIC",
    };
}
