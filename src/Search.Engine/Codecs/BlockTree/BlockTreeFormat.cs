using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Names and versions of the files <c>.tim</c>, <c>.tip</c> and <c>.tmd</c>.</summary>
/// <remarks>Postings notes, sections 1 and 6.</remarks>
internal static class BlockTreeFormat
{
    public const string TermsExtension = "tim";
    public const string IndexExtension = "tip";
    public const string MetaExtension = "tmd";

    /// <summary>Fewest entries that become a block of their own.</summary>
    public const int MinBlockEntries = 25;

    /// <summary>Most entries of a block, where its entries can be cut at all.</summary>
    public const int MaxBlockEntries = 48;

    private const string TermsCodec = "BlockTreeTermsDict";
    private const string IndexCodec = "BlockTreeTermsIndex";
    private const string MetaCodec = "BlockTreeTermsMeta";
    private const int Version = 6;

    /// <summary>Creates one of the three files with its header.</summary>
    public static IndexOutput Create(SegmentWriteState state, string extension) =>
        state.CreateOutput(extension, CodecOf(extension), Version, Lucene87Codec.PostingsSuffix);

    /// <summary>Opens one of the three files, checks header and footer structure and stands behind the header.</summary>
    public static IndexInput Open(SegmentReadState state, string extension) =>
        state.OpenData(extension, CodecOf(extension), Version, Lucene87Codec.PostingsSuffix);

    private static string CodecOf(string extension) => extension switch
    {
        TermsExtension => TermsCodec,
        IndexExtension => IndexCodec,
        _ => MetaCodec,
    };
}
