using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Soak.Model;

namespace Search.Soak.Faults;

/// <summary>
/// Lets an operation of the directory fail while many threads change the index, one commits and others merge: every thread
/// hears of it and comes out, and of each exactly its changes up to some point are left, at least those of the last
/// acknowledged commit.
/// </summary>
public sealed class ConcurrentFaultRun
{
    private const int Keys = 50;
    private const int Lanes = 4;
    private const long BufferBytes = 1 << 18;
    private const int MostOperations = 400;
    private const int MostRareOperations = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FaultPlan _plan;
    private readonly ChangeSequence[] _lanes;
    private readonly int[] _made = new int[Lanes];
    private int[] _acknowledged = new int[Lanes];
    private volatile Exception? _unexpected;

    private ConcurrentFaultRun(int seed, FaultPlan plan)
    {
        _plan = plan;
        _lanes = [.. Enumerable.Range(0, Lanes).Select(lane => new ChangeSequence(seed, lane, Keys))];
    }

    /// <summary>Runs so many times, each with another fault.</summary>
    /// <returns>How many faults were reached.</returns>
    /// <exception cref="SoakFailureException">A fault did harm, or a thread did not come out.</exception>
    public static int Run(int seed, int rounds)
    {
        var faults = 0;
        FaultKind[] kinds = [.. FaultRun.Kinds.Except([FaultKind.Delete])]; // of which nobody hears
        for (var round = 0; round < rounds; round++)
        {
            var random = new Random(seed * 10_007 + round);
            FaultKind kind = kinds[random.Next(kinds.Length)];
            bool isRare = kind is FaultKind.List or FaultKind.Lock or FaultKind.Rename or FaultKind.SyncMetadata;
            var plan = new FaultPlan(kind, random.Next(2, isRare ? MostRareOperations : MostOperations), random.Next(2) == 0);
            try
            {
                faults += new ConcurrentFaultRun(seed + round, plan).Run();
            }
            catch (Exception fault)
            {
                throw new SoakFailureException($"seed {seed + round}, {plan}: {fault.Message}", fault);
            }
        }
        return faults;
    }

    private int Run()
    {
        using var disk = new MemoryDirectory();
        using var directory = new FaultyDirectory(disk, _plan);
        IndexWriter? writer = null;
        var isOver = false;
        if (!Expected(() => writer = IndexWriter.Open(directory, ModelDocuments.WriterOptions(BufferBytes))))
            return 1;
        Thread[] threads =
        [
            .. _lanes.Select(lane => new Thread(() => Expected(() => Change(writer!, lane)))),
            new Thread(() => Expected(() => Commit(writer!, ref isOver))),
            new Thread(() => Expected(() => OpenReaders(writer!, ref isOver))),
        ];
        foreach (Thread thread in threads)
            thread.Start();
        Join(threads[..Lanes]);
        Volatile.Write(ref isOver, true);
        Join(threads[Lanes..]);
        Expected(writer!.Dispose);
        if (_unexpected is { } unexpected)
            throw new SoakFailureException(unexpected.Message, unexpected);
        if (directory.OpenFiles is { Count: > 0 } open)
            throw new SoakFailureException($"files stay open: {string.Join(' ', open)}");
        Verify(disk);
        return directory.Faults > 0 ? 1 : 0;
    }

    private static void Join(Thread[] threads)
    {
        foreach (Thread thread in threads)
        {
            if (!thread.Join(Patience))
                throw new SoakFailureException($"a thread did not come out within {Patience}");
        }
    }

    private void Change(IndexWriter writer, ChangeSequence lane)
    {
        for (var i = 0; i < 3 * Keys; i++)
        {
            ModelDocuments.Apply(writer, lane.Next());
            Volatile.Write(ref _made[lane.Lane], lane.Made);
        }
    }

    private void Commit(IndexWriter writer, ref bool isOver)
    {
        while (!Volatile.Read(ref isOver))
        {
            int[] made = [.. Enumerable.Range(0, Lanes).Select(lane => Volatile.Read(ref _made[lane]))];
            writer.Commit();
            _acknowledged = made;
            writer.ForceMerge(2);
        }
    }

    private static void OpenReaders(IndexWriter writer, ref bool isOver)
    {
        while (!Volatile.Read(ref isOver))
        {
            using DirectoryReader reader = writer.OpenReader();
            IndexContent.Read(reader);
        }
    }

    // False when it failed in a way in which it may.
    private bool Expected(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception fault) when (fault is ObjectDisposedException || FaultRun.IsOfFault(fault))
        {
            return false;
        }
        catch (Exception fault)
        {
            _unexpected ??= fault;
            return false;
        }
    }

    private void Verify(MemoryDirectory disk)
    {
        disk.ObtainWriteLock().Dispose();
        if (CommitFiles.Latest(disk) < 0)
        {
            if (_acknowledged.Any(made => made > 0))
                throw new SoakFailureException("the index is gone");
            return;
        }
        Dictionary<string, Entry> found;
        using (DirectoryReader reader = DirectoryReader.Open(disk))
        {
            found = IndexContent.Read(reader);
            IndexContent.CheckSearches(reader, found);
        }
        foreach (ChangeSequence lane in _lanes)
            LaneHistory.Follow(new ChangeSequence(lane.Seed, lane.Lane, Keys), found, _acknowledged[lane.Lane]);
        RecoveredIndex.Check(disk, found, inProgress: null);
    }
}
