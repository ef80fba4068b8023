using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Names, versions and presence of the files <c>.doc</c>, <c>.pos</c> and <c>.pay</c>.</summary>
/// <remarks>Postings notes, section 1.</remarks>
internal static class Lucene84PostingsFormat
{
    public const string DocExtension = "doc";
    public const string PositionExtension = "pos";
    public const string PayloadExtension = "pay";

    /// <summary>Codec name of the second header of <c>.tmd</c>, which belongs to the postings.</summary>
    public const string TermsCodec = "Lucene84PostingsWriterTerms";

    public const int Version = 1;

    /// <summary>Documents, positions and skip intervals come in blocks of this many.</summary>
    public const int BlockSize = PackedBlock.Size;

    private const string DocCodec = "Lucene84PostingsWriterDoc";
    private const string PositionCodec = "Lucene84PostingsWriterPos";
    private const string PayloadCodec = "Lucene84PostingsWriterPay";

    /// <summary>Whether a segment with these fields has a <c>.pos</c> file.</summary>
    public static bool HasPositionFile(FieldInfos fields) => fields.HavePositions;

    /// <summary>Whether a segment with these fields has a <c>.pay</c> file.</summary>
    public static bool HasPayloadFile(FieldInfos fields) => fields.HavePositions && fields.HaveOffsetsOrPayloads;

    /// <summary>Creates one of the three files with its header.</summary>
    public static IndexOutput Create(SegmentWriteState state, string extension)
    {
        IndexOutput output = state.CreateOutput(extension, CodecOf(extension), Version, Lucene87Codec.PostingsSuffix);
        if (extension == DocExtension)
            output.WriteByte((byte)'L'); // byte order of the writing machine; nobody reads it
        return output;
    }

    /// <summary>Opens one of the three files and checks its header and the structure of its footer.</summary>
    public static IndexInput Open(SegmentReadState state, string extension) =>
        state.OpenData(extension, CodecOf(extension), Version, Lucene87Codec.PostingsSuffix);

    private static string CodecOf(string extension) => extension switch
    {
        DocExtension => DocCodec,
        PositionExtension => PositionCodec,
        _ => PayloadCodec,
    };
}
