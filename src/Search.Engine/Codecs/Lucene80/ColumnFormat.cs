using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Names of a pair of column files: metadata, read whole when a segment is opened, and data, mapped and read on demand.</summary>
/// <param name="OldestVersion">The first version that is read.</param>
/// <param name="Version">The last version that is read, and the one that is written.</param>
/// <remarks>Column notes, sections 2.2, 2.3 and 3.3.</remarks>
internal sealed record ColumnFormat(
    string MetaCodec, string MetaExtension, string DataCodec, string DataExtension, int OldestVersion, int Version)
{
    /// <summary>In place of a field number: no more fields.</summary>
    public const int EndOfFields = -1;

    public static ColumnFormat Norms { get; } = new("Lucene80NormsMetadata", "nvm", "Lucene80NormsData", "nvd", 0, 0);

    public static ColumnFormat DocValues { get; } =
        new("Lucene80DocValuesMetadata", "dvm", "Lucene80DocValuesData", "dvd", 0, 2);

    /// <summary>A column's type as the metadata writes it: one less than in the field infos.</summary>
    public static byte TypeByte(DocValuesType type) => (byte)(type - 1);

    /// <summary>Opens the data file and lets <paramref name="read"/> read the metadata between header and footer.</summary>
    /// <param name="read">Gets metadata, data and the version of both.</param>
    /// <returns>The data file, which the caller disposes.</returns>
    public IndexInput Open(SegmentReadState state, string suffix, Action<IndexInput, IndexInput, int> read)
    {
        using var opened = new DisposeOnFailure();
        using IndexInput meta = state.OpenInput(MetaExtension, suffix);
        CodecFooter.CheckWholeFile(meta);
        int version = CodecHeader.Check(meta, MetaCodec, OldestVersion, Version, state.Segment.Id, suffix);

        IndexInput data = opened.Add(state.OpenData(DataExtension, DataCodec, version, suffix));

        read(meta, data, version);
        CodecFooter.CheckAtFooter(meta);
        return opened.Release(data);
    }
}
