namespace Search.Soak.Model;

/// <summary>The changes that one thread (a lane) makes, one after the other, to keys that are its own.</summary>
/// <remarks>
/// The n-th change follows from the seed, the lane, n and what is there, so that two processes agree about it and one can
/// take up where another was killed. One thread at a time.
/// </remarks>
public sealed class ChangeSequence
{
    private const int LargestBlock = 4;

    private readonly int _keys;
    private readonly Dictionary<string, Entry> _state;

    /// <summary>The sequence behind <paramref name="made"/> changes.</summary>
    /// <param name="keys">How many keys the lane has.</param>
    /// <param name="state">What these changes left, of all lanes; null: nothing.</param>
    public ChangeSequence(int seed, int lane, int keys, int made = 0, IReadOnlyDictionary<string, Entry>? state = null)
    {
        Seed = seed;
        _keys = keys;
        Lane = lane;
        Made = made;
        _state = state is null ? [] : new Dictionary<string, Entry>(state.Where(pair => LaneOf(pair.Key) == lane), StringComparer.Ordinal);
    }

    /// <summary>What all changes follow from.</summary>
    public int Seed { get; }

    /// <summary>The lane's number.</summary>
    public int Lane { get; }

    /// <summary>How many changes were made.</summary>
    public int Made { get; private set; }

    /// <summary>What they left.</summary>
    public IReadOnlyDictionary<string, Entry> State => _state;

    /// <summary>The lane that a key belongs to.</summary>
    public static int LaneOf(string key) => int.Parse(key.AsSpan(0, key.IndexOf('-')));

    /// <summary>The key that the next change will be about.</summary>
    public string PeekKey() => KeyOf(new Scrambler(Seed, Lane, Made + 1).Next(_keys));

    /// <summary>Makes the next change.</summary>
    public Change Next()
    {
        int version = ++Made;
        var random = new Scrambler(Seed, Lane, version);
        string key = KeyOf(random.Next(_keys));
        bool isThere = _state.ContainsKey(key);
        if (isThere && random.Next(4) == 0)
        {
            _state.Remove(key);
            return new Change(ChangeKind.Delete, key, default);
        }
        // Blocks are the exception, as where people have parents and children.
        int size = random.Next(3) == 0 ? 1 + random.Next(LargestBlock) : 1;
        var entry = new Entry(version, size);
        _state[key] = entry;
        return new Change(isThere || random.Next(2) == 0 ? ChangeKind.Put : ChangeKind.Add, key, entry);
    }

    /// <summary>Takes in an entry that came into the index in another way.</summary>
    public void Adopt(string key, Entry entry) => _state.Add(key, entry);

    private string KeyOf(int number) => $"{Lane}-{number}";
}
