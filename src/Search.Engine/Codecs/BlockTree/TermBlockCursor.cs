using System.Diagnostics.CodeAnalysis;
using Search.Engine.Automata;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>Walks the entries of one block; statistics and postings of a term are decoded when asked for.</summary>
/// <remarks>A mutable struct: a look-up keeps it on the stack, a terms enum one for each level.</remarks>
internal struct TermBlockCursor
{
    /// <summary>The block.</summary>
    public TermBlock Block;

    private int _entriesRead;
    private int _termsRead;
    private int _lengthPosition;
    private int _suffixStart;
    private int _suffixLength;
    private TermStateDecoder _states;

    public TermBlockCursor(in TermBlock block)
    {
        Block = block;
    }

    /// <summary>Whether the current entry is a term; otherwise it is a sub-block.</summary>
    public readonly bool IsTerm => SubBlock < 0;

    /// <summary>Where the current sub-block starts; -1 for a term.</summary>
    public long SubBlock { get; private set; }

    /// <summary>The current entry without the block's prefix.</summary>
    public readonly ReadOnlySpan<byte> Suffix(IndexInput terms, byte[]? buffer) =>
        Block.Suffixes(terms, buffer).Slice(_suffixStart, _suffixLength);

    /// <summary>Moves to the next entry; false after the last.</summary>
    public bool Next(IndexInput terms)
    {
        if (_entriesRead == Block.EntryCount)
            return false;
        _entriesRead++;
        _suffixStart += _suffixLength;
        long code = ReadLength(terms);
        SubBlock = -1;
        if (Block.IsLeaf)
        {
            _termsRead++;
        }
        else
        {
            if ((code & 1) == 0)
                _termsRead++;
            else
                SubBlock = ReadSubBlock(terms);
            code >>= 1;
        }
        if (code > Block.SuffixBytes - _suffixStart)
            ThrowCorrupt(terms, $"a suffix of {code} bytes where {Block.SuffixBytes - _suffixStart} are left");
        _suffixLength = (int)code;
        return true;
    }

    /// <summary>Moves to the next entry that an automaton does not refuse; a term it must accept. False after the last.</summary>
    /// <param name="buffer">The block's suffixes, if they are compressed.</param>
    /// <param name="start">The automaton's state behind the block's prefix.</param>
    /// <param name="state">Its state behind the entry.</param>
    public bool Next(IndexInput terms, byte[]? buffer, ByteRunAutomaton automaton, int start, out int state)
    {
        ReadOnlySpan<byte> suffixes = Block.Suffixes(terms, buffer);
        int lastByte = automaton.LastByte(start);
        while (true)
        {
            if (Block.IsLeaf && TryNextOfLeaf(terms, suffixes, automaton, start, lastByte, out state))
                return true;
            if (!Next(terms))
                break;
            // Entries ascend: what starts with a larger byte than any that leads on is the end of it.
            if (_suffixLength > 0 && suffixes[_suffixStart] > lastByte)
            {
                _entriesRead = Block.EntryCount;
                break;
            }
            state = automaton.Step(start, suffixes.Slice(_suffixStart, _suffixLength));
            if (state != Automaton.Dead && (!IsTerm || automaton.IsAccept(state)))
                return true;
        }
        state = Automaton.Dead;
        return false;
    }

    /// <summary>
    /// Finds all entries at once that the automaton does not refuse, for a block with sub-blocks whose lengths differ; those sub-blocks are
    /// then on their way from memory when they are entered.
    /// </summary>
    /// <remarks>The definition is <see cref="Next(IndexInput, byte[], ByteRunAutomaton, int, out int)"/>.</remarks>
    /// <returns>How many there are.</returns>
    public readonly int FindAccepted(IndexInput terms, byte[]? buffer, ByteRunAutomaton automaton, int start, ref AcceptedEntry[] accepted)
    {
        ReadOnlySpan<byte> suffixes = Block.Suffixes(terms, buffer);
        var lengths = new SpanReader(terms, Block.LengthStart, Block.LengthStart + Block.LengthBytes);
        int lastByte = automaton.LastByte(start);
        int at = 0, termNumber = 0, count = 0;
        for (var entry = 0; entry < Block.EntryCount; entry++)
        {
            int passed = PassRefused(lengths.Rest, Block.EntryCount - entry, 1, suffixes, automaton, start, lastByte, ref at);
            termNumber += passed;
            lengths.Position += passed;
            entry += passed;
            if (entry == Block.EntryCount)
                break;
            long code = lengths.ReadVInt64();
            bool isTerm = (code & 1) == 0;
            long subBlock = isTerm ? -1 : Block.FilePointer - lengths.ReadVInt64();
            if (code >> 1 > suffixes.Length - at || (!isTerm && (ulong)subBlock >= (ulong)Block.FilePointer))
                ThrowCorrupt(terms, $"an entry with a suffix of {code >> 1} bytes, its sub-block at {subBlock}");
            ReadOnlySpan<byte> suffix = suffixes.Slice(at, (int)(code >> 1));
            if (!suffix.IsEmpty && suffix[0] > lastByte)
                break;
            termNumber += isTerm ? 1 : 0;
            int state = automaton.Step(start, suffix);
            if (state != Automaton.Dead && (!isTerm || automaton.IsAccept(state)))
            {
                if (count == accepted.Length)
                    Array.Resize(ref accepted, Math.Max(32, 2 * count));
                accepted[count++] = new AcceptedEntry(at, suffix.Length, termNumber, state, subBlock);
                TermBlock.Prefetch(terms, subBlock);
            }
            at += suffix.Length;
        }
        return count;
    }

    /// <summary>Stands at an entry that was found.</summary>
    public void MoveTo(in AcceptedEntry entry)
    {
        _suffixStart = entry.SuffixStart;
        _suffixLength = entry.SuffixLength;
        _termsRead = entry.TermNumber;
        SubBlock = entry.SubBlock;
    }

    // Entries of a leaf are terms, and most are refused within a few bytes: passes over them without noting each. False: the next entry is
    // too long for that, or damaged, or there is none.
    private bool TryNextOfLeaf(IndexInput terms, ReadOnlySpan<byte> suffixes, ByteRunAutomaton automaton, int start, int lastByte, out int state)
    {
        ReadOnlySpan<byte> lengths = terms.SpanAt(Block.LengthStart, Block.LengthsEqual ? 1 : Block.LengthBytes);
        int at = _suffixStart + _suffixLength;
        int entry = _entriesRead;
        int lengthPosition = _lengthPosition;
        var taken = 0;
        state = Automaton.Dead;
        for (; entry < Block.EntryCount; entry++, lengthPosition++)
        {
            if (!Block.LengthsEqual && lengthPosition < lengths.Length)
            {
                int passed = PassRefused(lengths[lengthPosition..], Block.EntryCount - entry, 0, suffixes, automaton, start, lastByte, ref at);
                lengthPosition += passed;
                entry += passed;
                if (entry == Block.EntryCount)
                    break;
            }
            int length = Block.LengthsEqual ? lengths[0] : lengthPosition < lengths.Length ? lengths[lengthPosition] : byte.MaxValue;
            if (length >= 0x80 || length > suffixes.Length - at)
                break;
            ReadOnlySpan<byte> suffix = suffixes.Slice(at, length);
            if (length > 0 && suffix[0] > lastByte)
            {
                entry = Block.EntryCount;
                break;
            }
            state = automaton.Step(start, suffix);
            if (state != Automaton.Dead && automaton.IsAccept(state))
            {
                taken = 1;
                _suffixLength = length;
                break;
            }
            at += length;
        }
        _termsRead += entry + taken - _entriesRead;
        _entriesRead = entry + taken;
        _lengthPosition = lengthPosition + taken;
        _suffixStart = at;
        _suffixLength = taken * _suffixLength;
        SubBlock = -1;
        return taken == 1;
    }

    // Most entries are terms that the automaton refuses by their first byte or their last: counts those that come one after another, and
    // passes over them.
    private static int PassRefused(
        ReadOnlySpan<byte> codes, int entries, int flags, ReadOnlySpan<byte> suffixes, ByteRunAutomaton automaton, int start, int lastByte, ref int at)
    {
        int most = Math.Min(entries, codes.Length);
        int place = at;
        var passed = 0;
        for (; passed < most; passed++)
        {
            int code = codes[passed];
            int length = code >> flags;
            if (code >= 0x80 || (code & flags) != 0 || length == 0 || length > suffixes.Length - place)
                break;
            byte first = suffixes[place];
            if (first > lastByte || (automaton.Step(start, first) != Automaton.Dead && automaton.CanEnd(suffixes[place + length - 1])))
                break;
            place += length;
        }
        at = place;
        return passed;
    }

    /// <summary>Statistics and place of the current term.</summary>
    public TermState State(IndexInput terms, PostingsShape shape, int maxDoc) => _states.DecodeTo(_termsRead, Block, terms, shape, maxDoc);

    private long ReadSubBlock(IndexInput terms)
    {
        long distance = ReadLength(terms);
        if (distance <= 0 || distance > Block.FilePointer)
            ThrowCorrupt(terms, $"a sub-block {distance} bytes before its block");
        return Block.FilePointer - distance;
    }

    private long ReadLength(IndexInput terms)
    {
        ReadOnlySpan<byte> bytes = terms.SpanAt(Block.LengthStart, Block.LengthsEqual ? 1 : Block.LengthBytes);
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            if (_lengthPosition == Block.LengthBytes || shift > 56)
                ThrowCorrupt(terms, "suffix lengths that end inside a number");
            byte b = Block.LengthsEqual ? bytes[0] : bytes[_lengthPosition];
            _lengthPosition++;
            value |= (long)(b & 0x7F) << shift;
            if (b < 0x80)
                return value;
        }
    }

    [DoesNotReturn]
    private readonly void ThrowCorrupt(IndexInput terms, string message) =>
        throw new CorruptIndexException(message, terms.Name, Block.FilePointer);
}
