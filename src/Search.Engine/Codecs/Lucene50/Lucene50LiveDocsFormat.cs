using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene50;

/// <summary>Which documents of a segment are not deleted (<c>.liv</c> files).</summary>
/// <remarks>README.md, "Live docs"; container notes, section 8. Stateless.</remarks>
internal static class Lucene50LiveDocsFormat
{
    public const string Extension = "liv";
    private const string CodecName = "Lucene50LiveDocs";
    private const int Version = 0;

    /// <summary>The live documents of a segment as of one commit: <c>MaxDoc</c> bits, set = alive.</summary>
    /// <exception cref="CorruptIndexException">Header, checksum or number of deletions disagree with the commit.</exception>
    public static FixedBitSet Read(IndexDirectory directory, SegmentCommitInfo commit)
    {
        SegmentInfo segment = commit.Segment;
        string generation = Base36.Format(commit.DeletionGeneration);
        using IndexInput input = directory.OpenInput(segment.FileName(Extension, generation));
        CodecFooter.CheckWholeFile(input);
        CodecHeader.Check(input, CodecName, Version, Version, segment.Id, suffix: generation);

        int wordCount = FixedBitSet.WordCount(segment.MaxDoc);
        if (input.Remaining != 8L * wordCount + CodecFooter.ByteCount)
            throw new CorruptIndexException($"{input.Remaining} bytes for {segment.MaxDoc} documents", input);
        var words = new ulong[wordCount];
        for (var i = 0; i < words.Length; i++)
            words[i] = (ulong)input.ReadInt64();
        CodecFooter.CheckAtFooter(input);

        // Bits behind the last document must be 0, or they would count as alive.
        if ((segment.MaxDoc & 63) != 0 && words[^1] >> segment.MaxDoc != 0)
            throw new CorruptIndexException($"live documents beyond the last, {segment.MaxDoc}", input.Name);
        var liveDocs = new FixedBitSet(words, segment.MaxDoc);
        int deleted = segment.MaxDoc - liveDocs.Cardinality();
        if (deleted != commit.DeletionCount)
            throw new CorruptIndexException($"{deleted} deleted documents, the commit counts {commit.DeletionCount}", input.Name);
        return liveDocs;
    }

    /// <summary>Writes the live documents under the commit's deletion generation and returns the file's name.</summary>
    public static string Write(IndexDirectory directory, SegmentCommitInfo commit, FixedBitSet liveDocs)
    {
        SegmentInfo segment = commit.Segment;
        if (liveDocs.Length != segment.MaxDoc || segment.MaxDoc - liveDocs.Cardinality() != commit.DeletionCount)
            throw new ArgumentException($"The live documents of {segment.Name} disagree with the commit.", nameof(liveDocs));
        string generation = Base36.Format(commit.DeletionGeneration);
        using IndexOutput output = directory.CreateOutput(segment.FileName(Extension, generation));
        CodecHeader.Write(output, CodecName, Version, segment.Id, generation);
        foreach (ulong word in liveDocs.Words[..FixedBitSet.WordCount(segment.MaxDoc)])
            output.WriteInt64((long)word);
        CodecFooter.Write(output);
        return output.Name;
    }
}
