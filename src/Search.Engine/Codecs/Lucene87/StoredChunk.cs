using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene87;

/// <summary>The header of a chunk of stored documents.</summary>
/// <param name="DocBase">Its first document.</param>
/// <param name="DocCount">Number of its documents.</param>
/// <param name="IsSliced">Whether its content is several block groups.</param>
/// <param name="ValueCounts">Number of values of each document.</param>
/// <param name="Lengths">Bytes of each document.</param>
internal readonly record struct StoredChunk(int DocBase, int DocCount, bool IsSliced, StoredInts ValueCounts, StoredInts Lengths)
{
    /// <summary>Reads the header; the input then stands at the content.</summary>
    public static StoredChunk Read(IndexInput input, int maxDoc)
    {
        int docBase = input.ReadVInt32();
        int token = input.ReadVInt32();
        int docCount = (int)((uint)token >> 1);
        if (docBase < 0 || docCount == 0 || docBase > maxDoc - docCount)
            throw new CorruptIndexException($"a chunk of {docCount} documents from {docBase} on in a segment of {maxDoc}", input);
        StoredInts valueCounts = StoredInts.Read(input, docCount);
        StoredInts lengths = StoredInts.Read(input, docCount);
        return new StoredChunk(docBase, docCount, (token & 1) != 0, valueCounts, lengths);
    }
}
