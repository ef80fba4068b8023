using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs;

/// <summary>What a format needs to open its part of a segment.</summary>
/// <param name="Directory">Where the segment's files are: the index, or the segment's compound file.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record SegmentReadState(IndexDirectory Directory, SegmentInfo Segment, FieldInfos Fields)
{
    /// <summary>Opens <c>segment[_suffix].extension</c>; the caller disposes it.</summary>
    public IndexInput OpenInput(string extension, string suffix = "") =>
        Directory.OpenInput(Segment.FileName(extension, suffix));

    /// <summary>
    /// Opens a big file whose bytes are read on demand: checks its header and the structure of its footer, and stands behind the
    /// header. The caller disposes it.
    /// </summary>
    public IndexInput OpenData(string extension, string codec, int version, string suffix = "")
    {
        using var opened = new DisposeOnFailure();
        IndexInput input = opened.Add(OpenInput(extension, suffix));
        CodecHeader.Check(input, codec, version, version, Segment.Id, suffix);
        CodecFooter.CheckStructure(input);
        return opened.Release(input);
    }
}
