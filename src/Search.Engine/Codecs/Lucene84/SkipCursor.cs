using System.Diagnostics.CodeAnalysis;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Finds, by the skip data of a term, the block that holds a document, and what bounds the documents around it.</summary>
/// <remarks>
/// <para>Postings notes, sections 5 and 11. On each level the cursor stands between the entry that it passed last and the
/// next one; the target lies behind the one and not behind the other.</para>
/// <para>Moves forwards only.</para>
/// </remarks>
internal sealed class SkipCursor
{
    private readonly IndexInput _input;
    private Level[] _levels = [];
    private readonly List<Impact> _impacts = [];
    private PostingsShape _shape;
    private int _maxDoc;
    private int _levelCount;

    /// <param name="input">A clone of the <c>.doc</c> file that is the cursor's alone.</param>
    public SkipCursor(IndexInput input) => _input = input;

    /// <summary>Number of full blocks whose documents are all below the target.</summary>
    public int PassedBlocks => _levels[0].PassedCount;

    /// <summary>The place behind the passed blocks.</summary>
    public ref readonly SkipEntry Passed => ref _levels[0].Passed;

    /// <summary>Last document of the block behind the passed ones; <see cref="DocIdCursor.NoMoreDocs"/> when the skip data does not say.</summary>
    public int UpTo => _levels[0].Next.DocId;

    /// <summary>Reads the first entry of each level of a term.</summary>
    public void Start(in TermState term, PostingsShape shape, int maxDoc)
    {
        _shape = shape;
        _maxDoc = maxDoc;
        int entryCount = SkipFormat.EntryCount(term.DocFreq);
        _levelCount = SkipFormat.LevelCount(entryCount);
        if (_levels.Length < _levelCount)
            _levels = new Level[_levelCount];
        _input.Seek(term.DocStart);
        _input.Skip(term.SkipOffset);

        for (int number = _levelCount - 1; number >= 0; number--)
        {
            ref Level level = ref _levels[number];
            long length = number > 0 ? _input.ReadVInt64() : _input.Remaining;
            level.Start = _input.Position;
            level.Length = length;
            level.Offset = 0;
            level.EntryCount = entryCount >> (SkipFormat.LevelShift * number);
            level.PassedCount = 0;
            level.Child = 0;
            level.Passed = new SkipEntry
            {
                DocFilePointer = term.DocStart,
                PositionFilePointer = term.PositionStart,
                PayloadFilePointer = term.PayloadStart,
            };
            if (number > 0)
                _input.Skip(length);
        }
        for (var number = 0; number < _levelCount; number++)
            ReadNext(number);
    }

    /// <summary>Moves to the block that holds the first document that is at least <paramref name="target"/>.</summary>
    public void Advance(int target)
    {
        var number = 0;
        while (number + 1 < _levelCount && _levels[number + 1].Next.DocId < target)
            number++;
        for (; number >= 0; number--)
        {
            while (_levels[number].Next.DocId < target)
                PassNext(number);
            if (number > 0)
                Descend(number);
        }
    }

    /// <summary>Moves behind the first <paramref name="blockCount"/> blocks, which are fewer than all.</summary>
    public void AdvanceToBlock(int blockCount)
    {
        while (_levels[0].PassedCount < blockCount && _levels[0].Next.DocId != DocIdCursor.NoMoreDocs)
            PassNext(0);
    }

    /// <summary>Impacts that bound the documents from the target up to <paramref name="upTo"/>, from the lowest level that reaches it.</summary>
    /// <returns>Null when the skip data bounds nothing that far.</returns>
    public List<Impact>? ImpactsUpTo(int upTo)
    {
        for (var number = 0; number < _levelCount; number++)
        {
            ref Level level = ref _levels[number];
            if (level.Next.DocId == DocIdCursor.NoMoreDocs)
                return null;
            if (level.Next.DocId < upTo)
                continue;
            _input.Seek(level.ImpactsStart);
            ImpactCodec.Read(_input, level.ImpactsEnd, _impacts);
            return _impacts;
        }
        return null;
    }

    /// <summary>
    /// Takes the impacts of all entries of the highest level that has so many, or of the lowest one, as far as there is room; then the cursor has
    /// to be started anew.
    /// </summary>
    /// <returns>How many.</returns>
    public int SampleImpacts(int entries, Span<Impact> sample)
    {
        int number = _levelCount - 1;
        while (number > 0 && _levels[number].EntryCount < entries)
            number--;
        var count = 0;
        for (ref Level level = ref _levels[number]; level.Next.DocId != DocIdCursor.NoMoreDocs; PassNext(number))
        {
            _input.Seek(level.ImpactsStart);
            ImpactCodec.Read(_input, level.ImpactsEnd, _impacts);
            if (_impacts.Count > sample.Length - count)
                break;
            _impacts.CopyTo(sample[count..]);
            count += _impacts.Count;
        }
        return count;
    }

    /// <summary>Last document that the impacts for <paramref name="upTo"/> bound.</summary>
    public int BoundedUpTo(int upTo)
    {
        for (var number = 0; number < _levelCount; number++)
        {
            if (_levels[number].Next.DocId >= upTo)
                return _levels[number].Next.DocId;
        }
        return DocIdCursor.NoMoreDocs;
    }

    private void PassNext(int number)
    {
        ref Level level = ref _levels[number];
        level.Passed = level.Next;
        level.Child = level.NextChild;
        level.PassedCount++;
        ReadNext(number);
    }

    // The level below goes on behind the entry that describes the same place.
    private void Descend(int number)
    {
        ref Level from = ref _levels[number];
        ref Level to = ref _levels[number - 1];
        int passedBelow = from.PassedCount << SkipFormat.LevelShift;
        if (passedBelow <= to.PassedCount)
            return;
        if (from.Child <= 0 || from.Child > to.Length)
            throw new CorruptIndexException($"skip level {number} points to {from.Child} of {to.Length} bytes", _input.Name, from.Start);
        to.Passed = from.Passed;
        to.PassedCount = passedBelow;
        to.Offset = from.Child;
        if (number > 1)
        {
            _input.Seek(to.Start + to.Offset);
            to.Child = _input.ReadVInt64();
            to.Offset = _input.Position - to.Start;
        }
        ReadNext(number - 1);
    }

    private void ReadNext(int number)
    {
        ref Level level = ref _levels[number];
        if (level.PassedCount >= level.EntryCount)
        {
            level.Next.DocId = DocIdCursor.NoMoreDocs;
            return;
        }

        var reader = new SpanReader(_input, level.Start + level.Offset, level.Start + level.Length);
        ReadEntry(ref reader, level.Passed, ref level.Next);
        int impactBytes = reader.ReadVInt32();
        if (impactBytes <= 0 || impactBytes > reader.Remaining)
            ThrowCorrupt(ref reader, impactBytes, "bytes of impacts");
        level.ImpactsStart = reader.FilePointer;
        level.ImpactsEnd = level.ImpactsStart + impactBytes;
        reader.Position += impactBytes;
        if (number > 0)
            level.NextChild = reader.ReadVInt64();
        level.Offset = reader.FilePointer - level.Start;
    }

    private void ReadEntry(ref SpanReader reader, in SkipEntry previous, ref SkipEntry entry)
    {
        entry.DocId = previous.DocId + reader.ReadVInt32();
        if (entry.DocId < previous.DocId || entry.DocId >= _maxDoc)
            ThrowCorrupt(ref reader, entry.DocId, "as the document of a skip entry");
        entry.DocFilePointer = previous.DocFilePointer + reader.ReadVInt64();
        if (!_shape.HasPositions)
            return;

        entry.PositionFilePointer = previous.PositionFilePointer + reader.ReadVInt64();
        entry.PositionsBefore = reader.ReadVInt32();
        if ((uint)entry.PositionsBefore >= Lucene84PostingsFormat.BlockSize)
            ThrowCorrupt(ref reader, entry.PositionsBefore, "positions before a place in a block");
        entry.PayloadBytesBefore = _shape.HasPayloads ? reader.ReadVInt32() : 0;
        if (_shape.HasPayloadFile)
            entry.PayloadFilePointer = previous.PayloadFilePointer + reader.ReadVInt64();
    }

    // Apart, so that what reads an entry makes no room for the message.
    [DoesNotReturn]
    private static void ThrowCorrupt(ref SpanReader reader, long number, string what) => reader.ThrowCorrupt($"{number} {what}");

    // One level of the skip data. Offsets count from the level's first byte.
    private struct Level
    {
        public long Start;
        public long Length;
        public long Offset;
        public int EntryCount;
        public int PassedCount;
        public long Child;
        public long NextChild;
        public long ImpactsStart;
        public long ImpactsEnd;
        public SkipEntry Passed;
        public SkipEntry Next;
    }
}
