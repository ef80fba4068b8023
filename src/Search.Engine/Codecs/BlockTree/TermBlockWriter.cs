using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Writes one block of the terms dictionary.</summary>
/// <remarks>Postings notes, section 6.2.</remarks>
internal sealed class TermBlockWriter
{
    private readonly IndexOutput _output;
    private readonly ByteBufferOutput _suffixes = new();
    private readonly ByteBufferOutput _storedSuffixes = new();
    private readonly ByteBufferOutput _lengths = new();
    private readonly ByteBufferOutput _metadata = new();
    private readonly TermStatsWriter _stats = new();

    public TermBlockWriter(IndexOutput output) => _output = output;

    /// <summary>Writes entries that share a prefix.</summary>
    /// <param name="from">First entry.</param>
    /// <param name="end">Behind the last entry.</param>
    /// <param name="isLast">Whether no other block of the same prefix follows.</param>
    public FloorBlock Write(PendingEntries entries, int from, int end, int prefixLength, bool isLast, PostingsShape shape)
    {
        long filePointer = _output.FilePointer;
        bool isLeaf = IsLeaf(entries, from, end);
        bool hasTerms = Collect(entries, from, end, prefixLength, isLeaf, filePointer, shape);

        int entryCount = end - from;
        _output.WriteVInt32((entryCount << 1) | (isLast ? 1 : 0));
        int compression = SuffixCompression.Write(_suffixes.Written, entryCount, prefixLength, _storedSuffixes);
        _output.WriteVInt64(((long)_suffixes.Length << 3) | (isLeaf ? 4L : 0L) | (long)compression);
        _output.WriteBytes(_storedSuffixes.Written);
        WriteLengths();
        WriteCounted(_stats.Written);
        WriteCounted(_metadata.Written);
        return new FloorBlock(filePointer, entries.LeadByte(from, prefixLength), hasTerms);
    }

    private static bool IsLeaf(PendingEntries entries, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (!entries.IsTerm(i))
                return false;
        }
        return true;
    }

    private bool Collect(PendingEntries entries, int from, int end, int prefixLength, bool isLeaf, long filePointer, PostingsShape shape)
    {
        _suffixes.Clear();
        _lengths.Clear();
        _metadata.Clear();
        _stats.StartBlock();
        TermState previous = TermMetadata.BlockStart;
        var hasTerms = false;
        for (int i = from; i < end; i++)
        {
            ReadOnlySpan<byte> suffix = entries.Bytes(i)[prefixLength..];
            _suffixes.WriteBytes(suffix);
            if (!entries.IsTerm(i))
            {
                _lengths.WriteVInt32((suffix.Length << 1) | 1);
                _lengths.WriteVInt64(filePointer - entries.BlockFilePointer(i));
                continue;
            }
            _lengths.WriteVInt32(isLeaf ? suffix.Length : suffix.Length << 1);
            ref readonly TermState term = ref entries.State(i);
            _stats.Add(term, shape.HasFreqs);
            TermMetadata.Write(_metadata, term, previous, shape);
            previous = term;
            hasTerms = true;
        }
        _stats.Finish();
        return hasTerms;
    }

    private void WriteLengths()
    {
        ReadOnlySpan<byte> lengths = _lengths.Written;
        bool allEqual = !lengths.ContainsAnyExcept(lengths[0]);
        _output.WriteVInt32((lengths.Length << 1) | (allEqual ? 1 : 0));
        _output.WriteBytes(allEqual ? lengths[..1] : lengths);
    }

    private void WriteCounted(ReadOnlySpan<byte> bytes)
    {
        _output.WriteVInt32(bytes.Length);
        _output.WriteBytes(bytes);
    }
}
