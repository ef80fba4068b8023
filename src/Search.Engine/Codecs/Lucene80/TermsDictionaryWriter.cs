using Search.Engine.Codecs.Packed;
using Search.Engine.Index;
using Search.Engine.Store;
using static Search.Engine.Codecs.Lucene80.TermsDictionaryFormat;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Writes the sorted strings of a column in blocks that share prefixes, and a sparse index over them.</summary>
/// <remarks>README.md, "Terms dictionary"; column notes, section 3.7. One thread at a time.</remarks>
internal sealed class TermsDictionaryWriter
{
    private readonly IndexOutput _meta;
    private readonly IndexOutput _data;
    private readonly List<long> _blockStarts = [];
    private readonly ByteBufferOutput _keys = new();
    private readonly List<int> _keyEnds = [0];
    private readonly ByteBufferOutput _previous = new();
    private int _longest;

    private TermsDictionaryWriter(ColumnOutput output)
    {
        _meta = output.Meta;
        _data = output.Data;
    }

    /// <summary>Appends a dictionary: terms, their addresses, index keys, theirs.</summary>
    public static void Write(ColumnOutput output, IOrdinalDictionary dictionary)
    {
        var writer = new TermsDictionaryWriter(output);
        writer._meta.WriteVInt64(dictionary.ValueCount);
        writer._meta.WriteInt32(BlockShift);
        writer._meta.WriteInt32(MonotonicShift);
        writer.WriteTerms(dictionary);
        writer.WriteIndex();
    }

    private void WriteTerms(IOrdinalDictionary dictionary)
    {
        long start = _data.FilePointer;
        for (var ordinal = 0; ordinal < dictionary.ValueCount; ordinal++)
        {
            ReadOnlySpan<byte> term = dictionary.Lookup(ordinal);
            int shared = term.CommonPrefixLength(_previous.Written);
            if (ordinal % IndexTerms == 0)
                AddKey(ordinal == 0 ? [] : term[..(shared + 1)]);
            if (ordinal % BlockTerms == 0)
            {
                _blockStarts.Add(_data.FilePointer - start);
                _data.WriteVInt32(term.Length);
                _data.WriteBytes(term);
            }
            else
            {
                WriteTerm(term, shared);
            }
            _longest = Math.Max(_longest, term.Length);
            _previous.Clear();
            _previous.WriteBytes(term);
        }
        long end = _data.FilePointer;
        WriteSequence(_blockStarts);
        _meta.WriteInt32(_longest);
        WriteExtent(start, end);
        WriteExtent(end, _data.FilePointer);
    }

    private void AddKey(ReadOnlySpan<byte> key)
    {
        _keys.WriteBytes(key);
        _keyEnds.Add(_keys.Length);
    }

    private void WriteTerm(ReadOnlySpan<byte> term, int shared)
    {
        int rest = term.Length - shared; // at least 1: terms ascend
        _data.WriteByte((byte)(Math.Min(shared, NibbleMax) | (Math.Min(rest - 1, NibbleMax) << 4)));
        if (shared >= NibbleMax)
            _data.WriteVInt32(shared - NibbleMax);
        if (rest > NibbleMax)
            _data.WriteVInt32(rest - 1 - NibbleMax);
        _data.WriteBytes(term[shared..]);
    }

    private void WriteIndex()
    {
        _meta.WriteInt32(IndexShift);
        long start = _data.FilePointer;
        _data.WriteBytes(_keys.Written);
        long end = _data.FilePointer;
        WriteSequence(_keyEnds.ConvertAll(keyEnd => (long)keyEnd));
        WriteExtent(start, end);
        WriteExtent(end, _data.FilePointer);
    }

    private void WriteSequence(List<long> numbers)
    {
        var sequence = new MonotonicWriter(_meta, _data, MonotonicShift);
        foreach (long number in numbers)
            sequence.Add(number);
        sequence.Finish();
    }

    private void WriteExtent(long start, long end)
    {
        _meta.WriteInt64(start);
        _meta.WriteInt64(end - start);
    }
}
