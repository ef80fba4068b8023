using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Builds the skip data of one term after another.</summary>
/// <remarks>Postings notes, sections 5 and 10.2.</remarks>
internal sealed class SkipWriter
{
    private readonly List<Level> _levels = [];
    private readonly List<Impact> _impacts = [];
    private PostingsShape _shape;
    private SkipEntry _termStart;
    private int _usedLevels;

    /// <summary>Starts a term.</summary>
    /// <param name="termStart">The term's file pointers, with document 0.</param>
    public void StartTerm(PostingsShape shape, in SkipEntry termStart)
    {
        _shape = shape;
        _termStart = termStart;
        _usedLevels = 0;
    }

    /// <summary>Notes documents since the last entry.</summary>
    public void AddImpacts(ReadOnlySpan<int> freqs, ReadOnlySpan<long> norms)
    {
        ImpactAccumulator impacts = LevelAt(0).Impacts;
        for (var i = 0; i < freqs.Length; i++)
            impacts.Add(freqs[i], norms[i]);
    }

    /// <summary>Adds the entry behind a full block.</summary>
    /// <param name="blockCount">Number of full blocks so far, this one included.</param>
    public void AddEntry(in SkipEntry entry, int blockCount)
    {
        long child = -1;
        for (var number = 0; ; number++)
        {
            Level level = LevelAt(number);
            WriteEntry(level, entry);
            level.Impacts.CopyTo(_impacts);
            level.Impacts.Clear();
            WriteImpacts(level);

            long here = level.Bytes.Length;
            if (number > 0)
                level.Bytes.WriteVInt64(child);
            child = here;

            LevelAt(number + 1).Impacts.AddAll(_impacts);
            if (blockCount % SkipFormat.LevelFactor != 0)
                return;
            blockCount /= SkipFormat.LevelFactor;
        }
    }

    /// <summary>Appends the term's skip data; the top level comes first.</summary>
    /// <param name="levelCount">As <see cref="SkipFormat.LevelCount"/> says for the term.</param>
    public void WriteTo(IndexOutput output, int levelCount)
    {
        for (int number = levelCount - 1; number >= 0; number--)
        {
            ByteBufferOutput bytes = _levels[number].Bytes;
            if (number > 0)
                output.WriteVInt64(bytes.Length);
            output.WriteBytes(bytes.Written);
        }
    }

    // Levels are kept between terms and made ready when a term first reaches them.
    private Level LevelAt(int number)
    {
        if (number == _levels.Count)
            _levels.Add(new Level());
        Level level = _levels[number];
        if (number == _usedLevels)
        {
            _usedLevels++;
            level.Bytes.Clear();
            level.Impacts.Clear();
            level.Last = _termStart;
        }
        return level;
    }

    private void WriteEntry(Level level, in SkipEntry entry)
    {
        ByteBufferOutput bytes = level.Bytes;
        bytes.WriteVInt32(entry.DocId - level.Last.DocId);
        bytes.WriteVInt64(entry.DocFilePointer - level.Last.DocFilePointer);
        if (_shape.HasPositions)
        {
            bytes.WriteVInt64(entry.PositionFilePointer - level.Last.PositionFilePointer);
            bytes.WriteVInt32(entry.PositionsBefore);
            if (_shape.HasPayloads)
                bytes.WriteVInt32(entry.PayloadBytesBefore);
            if (_shape.HasPayloadFile)
                bytes.WriteVInt64(entry.PayloadFilePointer - level.Last.PayloadFilePointer);
        }
        level.Last = entry;
    }

    private void WriteImpacts(Level level)
    {
        level.ImpactBytes.Clear();
        ImpactCodec.Write(_impacts, level.ImpactBytes);
        level.Bytes.WriteVInt32(level.ImpactBytes.Length);
        level.Bytes.WriteBytes(level.ImpactBytes.Written);
    }

    private sealed class Level
    {
        public ByteBufferOutput Bytes { get; } = new();

        public ByteBufferOutput ImpactBytes { get; } = new(64);

        public ImpactAccumulator Impacts { get; } = new();

        // What the next entry's differences are taken against.
        public SkipEntry Last;
    }
}
