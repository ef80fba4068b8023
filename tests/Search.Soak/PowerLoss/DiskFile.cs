using System.Runtime.InteropServices;
using Search.Engine.Store;

namespace Search.Soak.PowerLoss;

/// <summary>A file of a <see cref="PowerLossDirectory"/>: its bytes, and how many of them are durable.</summary>
internal sealed class DiskFile
{
    private const int Sector = 512;

    private readonly List<byte> _content = [];
    private int _durableBytes;

    public ReadOnlySpan<byte> Content => CollectionsMarshal.AsSpan(_content);

    public void Append(ReadOnlySpan<byte> bytes) => _content.AddRange(bytes);

    public void Sync() => _durableBytes = _content.Count;

    public IndexInput Open(string name)
    {
        byte[] pinned = GC.AllocateUninitializedArray<byte>(Content.Length, pinned: true);
        Content.CopyTo(pinned);
        return new IndexInput(name, new PinnedMemory(pinned));
    }

    /// <summary>The bytes that survive: the durable ones, and with luck some of the others or garbage in their place.</summary>
    public byte[] AfterPowerLoss(Random? luck)
    {
        if (luck is null || _durableBytes == Content.Length)
            return Content[.._durableBytes].ToArray();
        switch (luck.Next(4))
        {
            case 0:
                return Content[.._durableBytes].ToArray();
            case 1:
                return Content.ToArray();
            case 2:
                return Content[..luck.Next(_durableBytes, Content.Length + 1)].ToArray();
            default:
                byte[] mixed = Content.ToArray();
                for (int sector = _durableBytes; sector < mixed.Length; sector += Sector)
                {
                    if (luck.Next(2) == 0)
                        luck.NextBytes(mixed.AsSpan(sector, Math.Min(Sector, mixed.Length - sector)));
                }
                return mixed;
        }
    }
}
