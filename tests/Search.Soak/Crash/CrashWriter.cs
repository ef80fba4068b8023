using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Soak.Model;

namespace Search.Soak.Crash;

/// <summary>
/// The process that is killed: several threads change an index while one commits and acknowledges each commit on standard
/// output: how many changes of each thread it holds at least.
/// </summary>
internal sealed class CrashWriter
{
    private const long BufferBytes = 1 << 18;
    private const int MostCommitsOfAWriter = 25;
    private const int ChangesBetweenRests = 20;

    private readonly MappedDirectory _directory;
    private readonly ChangeSequence[] _lanes;
    private readonly int[] _made;
    private volatile bool _resting;

    private CrashWriter(MappedDirectory directory, ChangeSequence[] lanes)
    {
        _directory = directory;
        _lanes = lanes;
        _made = [.. lanes.Select(lane => lane.Made)];
    }

    /// <summary>Writes until it is killed.</summary>
    /// <param name="made">How many changes of each lane the index holds.</param>
    public static void Run(string folder, int seed, int keys, int[] made)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        Dictionary<string, Entry> state = ContentOf(directory);
        var writer = new CrashWriter(directory, [.. made.Select((count, lane) => new ChangeSequence(seed, lane, keys, count, state))]);
        while (true)
            writer.RunWriter();
    }

    /// <summary>Reads an acknowledgement; null when the line is another one, or was cut off.</summary>
    public static int[]? ParseAcknowledgement(string line) => line.StartsWith("commit ", StringComparison.Ordinal) && line.EndsWith('.')
        ? [.. line["commit ".Length..^1].Split(' ').Select(int.Parse)]
        : null;

    private static Dictionary<string, Entry> ContentOf(MappedDirectory directory)
    {
        if (CommitFiles.Latest(directory) < 0)
            return [];
        using DirectoryReader reader = DirectoryReader.Open(directory);
        return IndexContent.Read(reader);
    }

    // A writer from its opening to its closing, which commits too.
    private void RunWriter()
    {
        using (IndexWriter writer = IndexWriter.Open(_directory, ModelDocuments.WriterOptions(BufferBytes)))
        {
            Console.WriteLine("open");
            _resting = false;
            Thread[] threads = [.. _lanes.Select(lane => new Thread(() => Change(writer, lane)))];
            foreach (Thread thread in threads)
                thread.Start();
            for (int i = Random.Shared.Next(MostCommitsOfAWriter); i > 0; i--)
                Commit(writer);
            _resting = true;
            foreach (Thread thread in threads)
                thread.Join();
        }
        Acknowledge([.. _made]);
    }

    private void Change(IndexWriter writer, ChangeSequence lane)
    {
        while (!_resting)
        {
            ModelDocuments.Apply(writer, lane.Next());
            Volatile.Write(ref _made[lane.Lane], lane.Made);
            if (lane.Made % ChangesBetweenRests == 0)
                Thread.Sleep(1);
            if (Random.Shared.Next(500) == 0)
                writer.ForceMerge(1 + Random.Shared.Next(4));
        }
    }

    private void Commit(IndexWriter writer)
    {
        Thread.Sleep(Random.Shared.Next(25));
        int[] made = [.. Enumerable.Range(0, _made.Length).Select(lane => Volatile.Read(ref _made[lane]))];
        if (Random.Shared.Next(4) == 0)
            writer.PrepareCommit();
        writer.Commit();
        Acknowledge(made);
    }

    private static void Acknowledge(int[] made) => Console.WriteLine($"commit {string.Join(' ', made)}.");
}
