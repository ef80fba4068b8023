using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Soak.Model;

/// <summary>A scripted life of an index: changes, flushes, commits in one phase and in two, roll-backs, readers, new writers.</summary>
/// <remarks>The same seed gives the same steps. One thread.</remarks>
public sealed class ModelScript : IDisposable
{
    private const int Keys = 40;
    private const long BufferBytes = 1 << 17;

    private readonly IndexDirectory _directory;
    private readonly int _seed;
    private ChangeSequence _changes;
    private IndexWriter? _writer;
    private DirectoryReader? _reader;

    /// <summary>A script on a directory that has no index yet.</summary>
    public ModelScript(IndexDirectory directory, int seed)
    {
        _directory = directory;
        _seed = seed;
        _changes = new ChangeSequence(seed, 0, Keys);
    }

    /// <summary>What the last commit that returned holds; null before the first.</summary>
    public IReadOnlyDictionary<string, Entry>? Acknowledged { get; private set; }

    /// <summary>What the commit that is being made will hold; null when none is.</summary>
    public IReadOnlyDictionary<string, Entry>? InProgress { get; private set; }

    /// <summary>Commits that returned.</summary>
    public int Commits { get; private set; }

    /// <summary>The writer; null before the first step.</summary>
    public IndexWriter? Writer => _writer;

    /// <summary>Runs that many steps, then closes the writer.</summary>
    public void Run(int steps)
    {
        _writer = OpenWriter();
        for (var step = 0; step < steps; step++)
            Step(new Scrambler(_seed, -1, step));
        Commit(() => _writer.Dispose());
    }

    /// <summary>Closes reader and writer, whatever state they are in; a writer that still can commits.</summary>
    public void Dispose()
    {
        _reader?.Dispose();
        _reader = null;
        _writer?.Dispose();
    }

    private void Step(Scrambler random)
    {
        switch (random.Next(40))
        {
            case 0 or 1:
                _writer!.Flush();
                break;
            case 2 or 3:
                Commit(() => _writer!.Commit());
                break;
            case 4:
                CommitInTwoPhases(random.Next(3));
                break;
            case 5:
                _writer!.Rollback();
                Reopen();
                break;
            case 6:
                Commit(() => _writer!.Dispose());
                _writer = OpenWriter();
                break;
            case 7 or 8:
                Refresh();
                break;
            default:
                ModelDocuments.Apply(_writer!, _changes.Next());
                break;
        }
    }

    private void Commit(Action commit)
    {
        InProgress = Snapshot();
        commit();
        Acknowledged = InProgress;
        InProgress = null;
        Commits++;
    }

    // Changes between the phases belong to the next commit.
    private void CommitInTwoPhases(int changesBetween)
    {
        InProgress = Snapshot();
        _writer!.PrepareCommit();
        for (var i = 0; i < changesBetween; i++)
            ModelDocuments.Apply(_writer, _changes.Next());
        if (changesBetween == 2)
        {
            InProgress = null;
            _writer.Rollback();
            Reopen();
            return;
        }
        _writer.Commit();
        Acknowledged = InProgress;
        InProgress = null;
        Commits++;
    }

    private void Reopen()
    {
        _changes = new ChangeSequence(_seed, 0, Keys, _changes.Made, Acknowledged);
        _writer = OpenWriter();
    }

    // A reader that stays open over later changes, as a searching host has one.
    private void Refresh()
    {
        if (Acknowledged is null)
            return;
        DirectoryReader? newer = _reader is null ? DirectoryReader.Open(_directory) : DirectoryReader.OpenIfChanged(_reader);
        if (newer is null)
            return;
        _reader?.Dispose();
        _reader = newer;
        RecoveredIndex.CheckContent(newer, Acknowledged);
    }

    private Dictionary<string, Entry> Snapshot() => new(_changes.State, StringComparer.Ordinal);

    private IndexWriter OpenWriter() =>
        IndexWriter.Open(_directory, new IndexWriterOptions { Analyzer = ModelDocuments.Analyzer, BufferBytes = BufferBytes });
}
