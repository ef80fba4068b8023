namespace Search.TableGenerator;

/// <summary>A table in which equal blocks are kept once: value = Blocks[(BlockNumbers[i / BlockLength] * BlockLength) + i % BlockLength].</summary>
internal sealed class TwoStageTable
{
    public TwoStageTable(uint[] values, int blockLength)
    {
        BlockNumbers = new uint[(values.Length + blockLength - 1) / blockLength];
        var known = new Dictionary<string, uint>();
        var blocks = new List<uint>();
        for (var block = 0; block < BlockNumbers.Length; block++)
        {
            uint[] content = values[(block * blockLength)..((block + 1) * blockLength)];
            string key = string.Join(',', content);
            if (!known.TryGetValue(key, out uint number))
            {
                known.Add(key, number = (uint)known.Count);
                blocks.AddRange(content);
            }
            BlockNumbers[block] = number;
        }
        if (known.Count > 256)
            throw new InvalidOperationException($"{known.Count} different blocks: a block number is one byte.");
        Blocks = [.. blocks];
    }

    public uint[] BlockNumbers { get; }

    public uint[] Blocks { get; }
}
