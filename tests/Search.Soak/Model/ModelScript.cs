using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Soak.Model;

/// <summary>A scripted life of an index, and what it must hold at every moment.</summary>
/// <remarks>The same seed and steps do the same. One thread.</remarks>
public sealed class ModelScript : IDisposable
{
    private const int Keys = 40;
    private const long BufferBytes = 1 << 17;

    private readonly IndexDirectory _directory;
    private readonly MergeScheduler _scheduler;
    private readonly int _seed;
    private readonly IReadOnlyList<ScriptStep> _steps;
    private readonly HeldReader _committed = new();
    private readonly HeldReader _nearRealTime = new();
    private int _next;
    private ChangeSequence _changes;

    /// <summary>A script on a directory that has no index yet.</summary>
    /// <param name="scheduler">Who merges: serially every operation of the directory has its place, in the background hardly any.</param>
    public ModelScript(IndexDirectory directory, int seed, IReadOnlyList<ScriptStep> steps, MergeScheduler scheduler)
    {
        _scheduler = scheduler;
        _directory = directory;
        _seed = seed;
        _steps = steps;
        _changes = new ChangeSequence(seed, 0, Keys);
    }

    /// <summary>What the last commit that returned holds; null before the first.</summary>
    public IReadOnlyDictionary<string, Entry>? Acknowledged { get; private set; }

    /// <summary>What the commit that is being made will hold; null when none is.</summary>
    public IReadOnlyDictionary<string, Entry>? InProgress { get; private set; }

    /// <summary>Commits that returned.</summary>
    public int Commits { get; private set; }

    /// <summary>The writer; null before the first step, and while opening it failed.</summary>
    public IndexWriter? Writer { get; private set; }

    /// <summary>What is being done, or was done last.</summary>
    public string Doing { get; private set; } = "nothing";

    /// <summary>Whether the step that runs, or ran last, opens a reader or adds an index: if that fails the writer may still be good.</summary>
    public bool SparesWriter { get; private set; }

    /// <summary>Does all steps that are left, then closes the writer.</summary>
    public void Run()
    {
        Writer ??= OpenWriter();
        while (_next < _steps.Count)
        {
            ScriptStep step = _steps[_next++];
            Doing = $"step {_next}, {step}";
            SparesWriter = step is ScriptStep.Refresh or ScriptStep.RefreshFromWriter or ScriptStep.Import;
            Do(step);
        }
        Doing = "closing";
        CommitBy(() => Writer!.Dispose());
    }

    /// <summary>The readers that are open still hold what they held.</summary>
    /// <exception cref="SoakFailureException">One does not.</exception>
    public void CheckReaders()
    {
        _committed.Check();
        _nearRealTime.Check();
    }

    /// <summary>Closes reader and writer, giving up what is not committed.</summary>
    public void GiveUp()
    {
        Writer?.Rollback();
        Dispose();
    }

    /// <summary>Closes reader and writer, whatever state they are in; a writer that still can commits.</summary>
    public void Dispose()
    {
        _committed.Dispose();
        _nearRealTime.Dispose();
        Writer?.Dispose();
    }

    private void Do(ScriptStep step)
    {
        switch (step)
        {
            case ScriptStep.Flush:
                Writer!.Flush();
                break;
            case ScriptStep.ForceMerge:
                Writer!.ForceMerge(1);
                break;
            case ScriptStep.Import:
                Import();
                break;
            case ScriptStep.Commit:
                CommitBy(() => Writer!.Commit());
                break;
            case ScriptStep.CommitInTwoPhases:
                CommitBy(() =>
                {
                    Writer!.PrepareCommit();
                    Change();
                    Writer.Commit();
                });
                break;
            case ScriptStep.PrepareAndRollback:
                Writer!.PrepareCommit();
                Change();
                Rollback();
                break;
            case ScriptStep.Rollback:
                Rollback();
                break;
            case ScriptStep.Reopen:
                CommitBy(() => Writer!.Dispose());
                Writer = OpenWriter();
                break;
            case ScriptStep.Refresh:
                if (Acknowledged is not null)
                    _committed.Refresh(_directory, Acknowledged, () => DirectoryReader.Open(_directory), DirectoryReader.OpenIfChanged);
                break;
            case ScriptStep.RefreshFromWriter:
                IndexWriter writer = Writer!;
                _nearRealTime.Refresh(writer, Snapshot(), writer.OpenReader, writer.OpenIfChanged);
                break;
            default:
                Change();
                break;
        }
    }

    private void Change() => ModelDocuments.Apply(Writer!, _changes.Next());

    private void Import()
    {
        string key = $"0-imported{_next}";
        var entry = new Entry(_next, 1 + _next % 3);
        using var other = new MemoryDirectory();
        using (IndexWriter writer = IndexWriter.Open(other, ModelDocuments.WriterOptions(BufferBytes)))
            ModelDocuments.Apply(writer, new Change(ChangeKind.Add, key, entry));
        Writer!.AddIndexes(other);
        _changes.Adopt(key, entry);
    }

    private void CommitBy(Action commit)
    {
        InProgress = Snapshot();
        commit();
        Acknowledged = InProgress;
        InProgress = null;
        Commits++;
    }

    private void Rollback()
    {
        Writer!.Rollback();
        _changes = new ChangeSequence(_seed, 0, Keys, _changes.Made, Acknowledged);
        Writer = OpenWriter();
    }

    private Dictionary<string, Entry> Snapshot() => new(_changes.State, StringComparer.Ordinal);

    private IndexWriter OpenWriter() =>
        IndexWriter.Open(_directory, ModelDocuments.WriterOptions(BufferBytes, _scheduler) with { UseCompoundFile = _seed % 3 == 0 });
}
