using System.Buffers.Binary;
using System.Diagnostics;
using System.Numerics;
using System.Security.Cryptography;

namespace Search.Engine.Indexing.Buffering;

/// <summary>Distinct byte strings, numbered from 0 in order of first appearance.</summary>
/// <remarks>Open addressing over ids; a string stands in the arena behind its length in two bytes. One thread at a time.</remarks>
internal sealed class BytesHash
{
    private const int LengthBytes = sizeof(ushort);
    private const int FirstSlots = 32;

    // Of a string at the flush: its first bytes and its id, to be sorted, and its ordinal.
    private const int FlushBytes = sizeof(ulong) + 2 * sizeof(int);

    // Different in every process, so that nobody can choose words that collide.
    private static readonly ulong Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    private readonly ByteArena _arena;
    private readonly BufferMeter _meter;
    private readonly BufferList<int> _addresses;
    private readonly BufferList<uint> _hashes;
    private int[] _slots; // id + 1; 0 = free

    public BytesHash(ByteArena arena, BufferMeter meter)
    {
        _arena = arena;
        _meter = meter;
        _addresses = new BufferList<int>(meter);
        _hashes = new BufferList<uint>(meter);
        _slots = new int[FirstSlots];
        meter.Add(FirstSlots * sizeof(int));
    }

    /// <summary>Number of distinct strings.</summary>
    public int Count => _addresses.Count;

    /// <summary>The string of an id.</summary>
    public ReadOnlySpan<byte> this[int id]
    {
        get
        {
            int address = _addresses[id];
            int length = BinaryPrimitives.ReadUInt16LittleEndian(_arena.At(address, LengthBytes));
            return _arena.At(address + LengthBytes, length);
        }
    }

    /// <summary>The id of a string of at most 32,766 bytes.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> value)
    {
        uint hash = HashOf(value);
        int mask = _slots.Length - 1;
        int slot = (int)hash & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            int id = _slots[slot] - 1;
            if (_hashes[id] == hash && this[id].SequenceEqual(value))
                return id;
        }
        Add(value, hash);
        if (Count * 2 > _slots.Length)
            Rehash();
        else
            _slots[slot] = Count;
        return Count - 1;
    }

    /// <summary>All ids in the order of their unsigned bytes.</summary>
    public int[] SortedIds()
    {
        var ids = new int[Count];
        var prefixes = new ulong[Count];
        for (var id = 0; id < ids.Length; id++)
        {
            ids[id] = id;
            prefixes[id] = PrefixOf(this[id]);
        }
        Array.Sort(prefixes, ids);
        SortRunsOfEqualPrefixes(prefixes, ids);
        return ids;
    }

    // Ids sorted by their first eight bytes only become sorted by all of them.
    private void SortRunsOfEqualPrefixes(ulong[] prefixes, int[] ids)
    {
        for (var start = 0; start < ids.Length;)
        {
            int end = start + 1;
            while (end < ids.Length && prefixes[end] == prefixes[start])
                end++;
            if (end - start > 1)
                ids.AsSpan(start, end - start).Sort((left, right) => this[left].SequenceCompareTo(this[right]));
            start = end;
        }
    }

    private static ulong PrefixOf(ReadOnlySpan<byte> value)
    {
        if (value.Length >= sizeof(ulong))
            return BinaryPrimitives.ReadUInt64BigEndian(value);
        ulong prefix = 0;
        for (var i = 0; i < value.Length; i++)
            prefix |= (ulong)value[i] << (56 - 8 * i);
        return prefix;
    }

    private void Add(ReadOnlySpan<byte> value, uint hash)
    {
        Debug.Assert(value.Length <= Index.Term.MaxBytes);
        int address = _arena.Allocate(LengthBytes + value.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(_arena.At(address, LengthBytes), (ushort)value.Length);
        value.CopyTo(_arena.At(address + LengthBytes, value.Length));
        _addresses.Add(address);
        _hashes.Add(hash);
        _meter.Add(FlushBytes);
    }

    private void Rehash()
    {
        var slots = new int[_slots.Length * 2];
        _meter.Add((slots.Length - _slots.Length) * (long)sizeof(int));
        int mask = slots.Length - 1;
        for (var id = 0; id < Count; id++)
        {
            int slot = (int)_hashes[id] & mask;
            while (slots[slot] != 0)
                slot = (slot + 1) & mask;
            slots[slot] = id + 1;
        }
        _slots = slots;
    }

    // Multiply, rotate, eight bytes a step; the last multiplication spreads the high bits down.
    private static uint HashOf(ReadOnlySpan<byte> value)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        ulong hash = Seed ^ (uint)value.Length;
        for (; value.Length >= sizeof(ulong); value = value[sizeof(ulong)..])
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(value)) * Odd, 29);
        ulong tail = 0;
        foreach (byte b in value)
            tail = (tail << 8) | b;
        hash = (hash ^ tail) * Odd;
        return (uint)((hash ^ (hash >> 32)) * Odd >> 32);
    }
}
