using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene50;
using Search.Engine.Store;

namespace Search.Engine.Segments.Checking;

/// <summary>Term vectors are not read, but their files must be there, be the segment's, and fit their checksums.</summary>
internal static class VectorFilesCheck
{
    /// <param name="files">The index, or the segment's compound file.</param>
    public static void Run(IndexDirectory files, SegmentInfo segment)
    {
        foreach ((string extension, string codec) in TermVectorsFiles.Codecs)
        {
            using IndexInput input = files.OpenInput(segment.FileName(extension));
            CodecFooter.CheckWholeFile(input);
            CodecHeader.Check(input, codec, TermVectorsFiles.OldestVersion, TermVectorsFiles.NewestVersion, segment.Id);
        }
    }
}
