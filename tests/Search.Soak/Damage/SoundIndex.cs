using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Soak.Damage;

/// <summary>The files of a sound index, in bytes and in guarded memory; lives as long as the process.</summary>
internal sealed class SoundIndex
{
    private SoundIndex(string name, IndexDirectory directory)
    {
        Name = name;
        CommitPoint commit = CommitPoint.ReadLatest(directory);
        foreach (string file in commit.AllFiles())
        {
            using IndexInput input = directory.OpenInput(file);
            byte[] bytes = input.ReadSpan((int)input.Length).ToArray();
            Files.Add(file, bytes);
            Memory.Add(file, new GuardedMemory(bytes));
        }
        MaxDoc = commit.Segments.Sum(segment => segment.Segment.MaxDoc);
        TotalBytes = Files.Values.Sum(bytes => (long)bytes.Length);
        long before = GC.GetAllocatedBytesForCurrentThread();
        using var sound = new DamagedDirectory(Memory);
        AllReadings.Run(sound, onRefusal: refusal => throw new SoakFailureException($"the sound index {name} is refused", refusal));
        AllocatedWhenSound = GC.GetAllocatedBytesForCurrentThread() - before;
    }

    public string Name { get; }

    /// <summary>The files of the newest commit.</summary>
    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, GuardedMemory> Memory { get; } = new(StringComparer.Ordinal);

    public int MaxDoc { get; }

    public long TotalBytes { get; }

    /// <summary>What all readings allocate as long as nothing is damaged.</summary>
    public long AllocatedWhenSound { get; }

    public static SoundIndex OfFolder(string path, string name)
    {
        using MappedDirectory directory = MappedDirectory.Open(path);
        return new SoundIndex(name, directory);
    }

    public static SoundIndex Of(string name, IndexDirectory directory) => new(name, directory);
}
