using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Search.Engine.Indexing.Buffering;

/// <summary>Bytes in blocks of 64 KB, addressed by one int, and many growing streams of bytes among them.</summary>
/// <remarks>
/// <para>A stream is a chain of slices whose payload doubles from 8 to 1024 bytes, so that a rare word costs little and a
/// frequent one is mostly contiguous. Behind the payload of a slice stand four bytes: the address of the next slice.</para>
/// <para>The blocks belong to the meter, which gives them back when it is reset. One thread at a time.</para>
/// </remarks>
internal sealed class ByteArena(BufferMeter meter)
{
    public const int BlockBytes = BlockPool.BlockBytes;

    /// <summary>Bytes of the link behind a slice's payload.</summary>
    public const int LinkBytes = sizeof(int);

    /// <summary>The place of an address in its block.</summary>
    public const int OffsetMask = BlockBytes - 1;

    private const int BlockShift = BlockPool.BlockShift;
    private const int MaxBlocks = int.MaxValue >> BlockShift;
    private const int FirstPayloadBytes = 8;
    private const int LastLevel = 7;
    private const int RoomForTokens = 1 << 22; // more than a batch of tokens can take

    private byte[][] _blocks = new byte[16][];
    private int _blockCount;
    private int _next; // address of the next free byte

    /// <summary>Whether one more batch of tokens surely fits; false only near 2 GB.</summary>
    public bool HasRoom => (long)_blockCount * BlockBytes <= ((long)MaxBlocks * BlockBytes) - RoomForTokens;

    /// <summary>Payload of a slice of a stream, by its place in the chain.</summary>
    public static int PayloadBytes(int level) => FirstPayloadBytes << level;

    public static int NextLevel(int level) => Math.Min(level + 1, LastLevel);

    /// <summary>Forgets everything that was allocated; the meter is reset with it.</summary>
    public void Reset()
    {
        _blocks = new byte[16][];
        _blockCount = 0;
        _next = 0;
    }

    /// <summary>Takes bytes that lie together; never address 0, so that 0 can mean "nothing yet".</summary>
    public int Allocate(int count)
    {
        Debug.Assert(count is > 0 and < BlockBytes);
        if (_blockCount == 0 || (_next & OffsetMask) == 0 || BlockBytes - (_next & OffsetMask) < count)
            StartBlock();
        int address = _next;
        _next += count;
        return address;
    }

    /// <summary>The bytes from an address on, as many as were allocated together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> At(int address, int count) => _blocks[address >> BlockShift].AsSpan(address & OffsetMask, count);

    /// <summary>Appends to a stream: 7 bits a byte, lowest group first.</summary>
    public void AppendVInt32(ref SliceStream stream, int value) => Append(ref stream, default(VIntCodes).With(value));

    /// <summary>Appends what was coded together.</summary>
    public void Append(ref SliceStream stream, VIntCodes codes)
    {
        // Eight bytes at once: those behind the code are free, or the link of a slice that has no successor yet.
        if (codes.Length <= stream.Room && stream.Room >= sizeof(ulong) - LinkBytes)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(At(stream.Tail, sizeof(ulong)), codes.Bits);
            stream.Tail += codes.Length;
            stream.Room -= (ushort)codes.Length;
            return;
        }
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, codes.Bits);
        AppendBytes(ref stream, bytes[..codes.Length]);
    }

    public void AppendBytes(ref SliceStream stream, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (stream.Room == 0)
                AddSlice(ref stream);
            int count = Math.Min(bytes.Length, stream.Room);
            bytes[..count].CopyTo(At(stream.Tail, count));
            stream.Tail += count;
            stream.Room -= (ushort)count;
            bytes = bytes[count..];
        }
    }

    /// <summary>The block of an address; empty for address 0, which nothing has.</summary>
    public byte[] BlockOf(int address) => address == 0 ? [] : _blocks[address >> BlockShift];

    /// <summary>Says that the bytes at an address will be read or written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int address) => CacheLine.Prefetch(ref _blocks[address >> BlockShift][address & OffsetMask]);

    /// <summary>The address behind a full slice whose payload ends at <paramref name="end"/>.</summary>
    public int FollowLink(int end) => BinaryPrimitives.ReadInt32LittleEndian(At(end, LinkBytes));

    private void AddSlice(ref SliceStream stream)
    {
        int level = stream.Head == 0 ? 0 : NextLevel(stream.Level);
        int payload = PayloadBytes(level);
        int address = Allocate(payload + LinkBytes);
        if (stream.Head == 0)
            stream.Head = address;
        else
            BinaryPrimitives.WriteInt32LittleEndian(At(stream.Tail, LinkBytes), address);
        stream.Level = (byte)level;
        stream.Tail = address;
        stream.Room = (ushort)payload;
    }

    private void StartBlock()
    {
        if (_blockCount == MaxBlocks)
            throw new InvalidOperationException("The documents of one segment fill more than 2 GB of buffers.");
        if (_blockCount == _blocks.Length)
            Array.Resize(ref _blocks, _blocks.Length * 2);
        _blocks[_blockCount] = meter.TakeBlock();
        _next = (_blockCount << BlockShift) + (_blockCount == 0 ? 1 : 0);
        _blockCount++;
    }
}
