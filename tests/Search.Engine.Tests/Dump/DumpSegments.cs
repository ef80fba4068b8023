using System.Globalization;
using Search.Engine.Codecs;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Util;

namespace Search.Engine.Tests.Dump;

/// <summary>The lines that describe the commit and its segments, which differ between indexes of the same data.</summary>
internal static class DumpSegments
{
    public static IEnumerable<DumpLine> Of(DirectoryReader reader, IndexDirectory directory, DumpMode mode)
    {
        yield return new DumpLine("index").Add("mode", NameOf(mode)).Add("maxDoc", reader.MaxDoc).Add("numDocs", reader.NumDocs)
            .Add("digested", mode == DumpMode.All ? reader.MaxDoc : reader.NumDocs).Add("segments", reader.Leaves.Count)
            .Add("userData", reader.UserData);
        foreach (SegmentCommitInfo commit in reader.Commit.Segments)
            yield return Of(commit, directory);
    }

    private static DumpLine Of(SegmentCommitInfo commit, IndexDirectory directory)
    {
        SegmentInfo segment = commit.Segment;
        string[] files = [.. commit.AllFiles().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new DumpLine("segment").Add("name", segment.Name).Add("version", segment.Version.ToString())
            .Add("codec", Lucene87Codec.Name).Add("maxDoc", segment.MaxDoc).Add("deleted", commit.DeletionCount)
            .Add("compound", segment.IsCompound).Add("sort", SortOf(segment)).Add("delGen", commit.DeletionGeneration)
            .Add("fieldInfosGen", commit.FieldInfosGeneration).Add("docValuesGen", commit.DocValuesGeneration)
            .Add("bytes", files.Sum(directory.FileLength)).Add("files", files)
            .Add("attributes", segment.Attributes).Add("diagnostics", segment.Diagnostics);
    }

    private static string NameOf(DumpMode mode) => mode switch
    {
        DumpMode.All => "all",
        DumpMode.Live => "live",
        _ => "by-id",
    };

    private static string? SortOf(SegmentInfo segment) =>
        segment.IndexSort.Count == 0 ? null : string.Join(',', segment.IndexSort.Select(SortOf));

    private static string SortOf(IndexSortField key)
    {
        string name = key.Provider switch
        {
            "SortedSetSortField" => "sortedset",
            "SortedNumericSortField" => "sortednumeric",
            _ => key.Type.ToLower(CultureInfo.InvariantCulture),
        };
        string selector = key.Provider == "SortField" ? "" : $" selector={(key.Selector == 0 ? "MIN" : "MAX")}";
        string type = key.Provider == "SortedNumericSortField" ? $" type={key.Type}" : "";
        return $"<{name}: \"{key.Field}\">{(key.Reverse ? "!" : "")}{MissingOf(key)}{selector}{type}";
    }

    private static string MissingOf(IndexSortField key) => key.Missing is not { } missing ? "" : " missingValue=" + key.Type switch
    {
        "STRING" => missing == 0 ? "SortField.STRING_LAST" : "SortField.STRING_FIRST",
        "FLOAT" => NumericBytes.SingleFromSortable((int)missing).ToString(CultureInfo.InvariantCulture),
        "DOUBLE" => NumericBytes.DoubleFromSortable(missing).ToString(CultureInfo.InvariantCulture),
        _ => missing.ToString(CultureInfo.InvariantCulture),
    };
}
