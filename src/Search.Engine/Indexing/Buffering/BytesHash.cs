using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Search.Engine.Indexing.Buffering;

/// <summary>Distinct byte strings, numbered from 0 in order of first appearance, and a value beside each.</summary>
/// <remarks>
/// Open addressing over slots that hold hash and id, so that a string that is not there is found out without a look elsewhere. A string
/// of up to eight bytes is compared within its entry; the bytes stand in the arena. One thread at a time.
/// </remarks>
internal sealed class BytesHash<TValue>
    where TValue : unmanaged
{
    private const int FirstSlots = 32;

    // Of a string at the flush: its first bytes and its id, to be sorted, and its ordinal.
    private const int FlushBytes = sizeof(ulong) + 2 * sizeof(int);

    private readonly ByteArena _arena;
    private readonly BufferMeter _meter;
    private readonly BufferList<Entry> _entries;
    private ulong[] _slots; // hash above, id + 1 below; 0 = free

    public BytesHash(ByteArena arena, BufferMeter meter)
    {
        _arena = arena;
        _meter = meter;
        _entries = new BufferList<Entry>(meter);
        _slots = new ulong[FirstSlots];
        meter.Add(FirstSlots * sizeof(ulong));
    }

    /// <summary>Number of distinct strings.</summary>
    public int Count => _entries.Count;

    /// <summary>The string of an id.</summary>
    public ReadOnlySpan<byte> this[int id]
    {
        get
        {
            ref Entry entry = ref _entries[id];
            return _arena.At(entry.Address, entry.Length);
        }
    }

    /// <summary>The value beside a string; all zeros at first. Valid until the next string is added.</summary>
    public ref TValue ValueOf(int id) => ref _entries[id].Value;

    /// <summary>The id of a string of at most 32,766 bytes.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> value) => GetOrAdd(value, BytesKey.Of(value));

    /// <summary>The id of a string of at most 32,766 bytes whose key is known.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> value, BytesKey key)
    {
        int mask = _slots.Length - 1;
        int index = (int)key.Hash & mask;
        for (ulong slot = _slots[index]; slot != 0; slot = _slots[index])
        {
            if ((uint)(slot >> 32) == key.Hash && Equals((int)(uint)slot - 1, value, key.Prefix))
                return (int)(uint)slot - 1;
            index = (index + 1) & mask;
        }
        Add(value, key.Prefix);
        _slots[index] = (ulong)key.Hash << 32 | (uint)Count;
        if (Count * 3L > _slots.Length * 2L)
            Rehash();
        return Count - 1;
    }

    /// <summary>As <see cref="GetOrAdd(ReadOnlySpan{byte}, BytesKey)"/>, where <see cref="Candidate"/> was asked before.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> value, BytesKey key, int candidate) =>
        candidate >= 0 && Equals(candidate, value, key.Prefix) ? candidate : GetOrAdd(value, key);

    /// <summary>Says that a string of this hash will be asked for: the first of three hints, each of which needs what the one before loads.</summary>
    public void PrefetchSlot(uint hash) => CacheLine.Prefetch(ref _slots[(int)hash & (_slots.Length - 1)]);

    /// <summary>The first string of this hash, or -1; says that it will be asked for.</summary>
    public int Candidate(uint hash)
    {
        ulong[] slots = _slots;
        int mask = slots.Length - 1;
        int index = (int)hash & mask;
        for (ulong slot = slots[index]; slot != 0; slot = slots[index])
        {
            if ((uint)(slot >> 32) == hash)
            {
                int id = (int)(uint)slot - 1;
                PrefetchEntry(id);
                return id;
            }
            index = (index + 1) & mask;
        }
        return -1;
    }

    /// <summary>Says that all bytes of a string will be read.</summary>
    public void PrefetchBytes(int id)
    {
        ref Entry entry = ref _entries[id];
        if (entry.Length > sizeof(ulong))
            _arena.Prefetch(entry.Address);
    }

    /// <summary>Says that the entry of an id will be read: it may lie in two lines.</summary>
    public void PrefetchEntry(int id)
    {
        // Not by fields: the compiler would look whether they are there, and wait.
        ref Entry entry = ref _entries[id];
        CacheLine.Prefetch(ref entry);
        CacheLine.Prefetch(ref Unsafe.AddByteOffset(ref entry, Unsafe.SizeOf<Entry>() - sizeof(int)));
    }

    /// <summary>All ids in the order of their unsigned bytes.</summary>
    public int[] SortedIds()
    {
        var ids = new int[Count];
        var prefixes = new ulong[Count];
        for (var id = 0; id < ids.Length; id++)
        {
            ids[id] = id;
            prefixes[id] = _entries[id].Prefix;
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

    private bool Equals(int id, ReadOnlySpan<byte> value, ulong prefix)
    {
        ref Entry entry = ref _entries[id];
        return entry.Prefix == prefix && entry.Length == value.Length
            && (value.Length <= sizeof(ulong) || _arena.At(entry.Address, entry.Length).SequenceEqual(value));
    }

    private void Add(ReadOnlySpan<byte> value, ulong prefix)
    {
        Debug.Assert(value.Length <= Index.Term.MaxBytes);
        int address = value.IsEmpty ? 0 : _arena.Allocate(value.Length);
        value.CopyTo(_arena.At(address, value.Length));
        _entries.Add(new Entry { Prefix = prefix, Address = address, Length = value.Length });
        _meter.Add(FlushBytes);
    }

    private void Rehash()
    {
        var slots = new ulong[_slots.Length * 2];
        _meter.Add((slots.Length - _slots.Length) * (long)sizeof(ulong));
        int mask = slots.Length - 1;
        foreach (ulong slot in _slots)
        {
            if (slot == 0)
                continue;
            int index = (int)(slot >> 32) & mask;
            while (slots[index] != 0)
                index = (index + 1) & mask;
            slots[index] = slot;
        }
        _slots = slots;
    }

    private struct Entry
    {
        public ulong Prefix;
        public int Address;
        public int Length;
        public TValue Value;
    }
}
