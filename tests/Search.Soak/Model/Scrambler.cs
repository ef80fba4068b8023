namespace Search.Soak.Model;

/// <summary>Random numbers that follow from a few integers alone, in every process (splitmix64).</summary>
internal struct Scrambler
{
    private ulong _state;

    public Scrambler(int first, int second, int third) =>
        _state = ((ulong)(uint)first * 0x9E3779B97F4A7C15) ^ ((ulong)(uint)second << 40) ^ (uint)third;

    /// <summary>A number in <c>[0, limit)</c>.</summary>
    public int Next(int limit)
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
    }
}
