using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Soak.Model;

namespace Search.Soak.Crash;

/// <summary>
/// Kills a writing process at random moments. After each kill every change that an acknowledged commit held is there, of each
/// thread all changes up to some point and none after it, the index is sound, the lock is free, and the next process goes on.
/// </summary>
public sealed class CrashRun : IDisposable
{
    private const int MostCommitsOfALife = 4;
    private const int LongestWaitMs = 200;

    private readonly CrashOptions _options;
    private readonly Random _moments = new();
    private readonly OracleChecker? _oracle;
    private long _commits;
    private long _changes;
    private int _unacknowledged;
    private int _oracleChecks;

    private CrashRun(CrashOptions options)
    {
        _options = options;
        _oracle = options.OracleEvery > 0 ? OracleChecker.Start() : null;
    }

    /// <summary>Runs.</summary>
    /// <exception cref="SoakFailureException">A kill lost something; the index is kept and its folder named.</exception>
    public static CrashReport Run(CrashOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var run = new CrashRun(options);
        for (var killed = 0; killed < options.Kills;)
        {
            int kills = Math.Min(options.KillsOfAnIndex, options.Kills - killed);
            run.RunIndex(firstKill: killed, kills);
            killed += kills;
        }
        return new CrashReport(options.Kills, run._commits, run._changes, run._unacknowledged, run._oracleChecks);
    }

    /// <summary>Ends the oracle.</summary>
    public void Dispose() => _oracle?.Dispose();

    private void RunIndex(int firstKill, int kills)
    {
        var folder = new TemporaryFolder();
        int seed = _options.Seed + firstKill;
        ChangeSequence[] lanes = [.. Enumerable.Range(0, _options.Lanes).Select(lane => new ChangeSequence(seed, lane, _options.Keys))];
        for (int kill = firstKill; kill < firstKill + kills; kill++)
        {
            try
            {
                int[]? acknowledged = KillOne(folder.Path, seed, [.. lanes.Select(lane => lane.Made)]);
                Verify(folder.Path, lanes, acknowledged, kill);
            }
            catch (Exception fault)
            {
                throw new SoakFailureException($"kill {kill}: {fault.Message} (the index is kept in {folder.Path})", fault);
            }
        }
        _changes += lanes.Sum(lane => (long)lane.Made);
        folder.Dispose();
    }

    private int[]? KillOne(string folder, int seed, int[] made)
    {
        using var victim = VictimProcess.Start(folder, seed, _options.Keys, made);
        // While it starts, before its first commit, or later: commits are waited for, so that a slow machine hits the same places.
        int place = _moments.Next(-1, MostCommitsOfALife);
        if (place >= 0)
            victim.WaitForCommits(place);
        Thread.Sleep(_moments.Next(LongestWaitMs));
        victim.Kill();
        _commits += victim.Commits;
        return victim.Acknowledged;
    }

    private void Verify(string folder, ChangeSequence[] lanes, int[]? acknowledged, int kill)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        directory.ObtainWriteLock().Dispose();
        if (CommitFiles.Latest(directory) < 0)
        {
            if (acknowledged is not null || lanes.Any(lane => lane.Made > 0))
                throw new SoakFailureException("the index is gone");
            return;
        }
        using (DirectoryReader reader = DirectoryReader.Open(directory))
        {
            Dictionary<string, Entry> found = IndexContent.Read(reader);
            IndexContent.CheckSearches(reader, found);
            var isNewer = false;
            foreach (ChangeSequence lane in lanes)
                isNewer |= LaneHistory.Follow(lane, found, acknowledged?[lane.Lane] ?? lane.Made);
            _unacknowledged += isNewer ? 1 : 0;
        }
        RecoveredIndex.CheckStructure(directory);
        if (_oracle is null || kill % _options.OracleEvery != 0)
            return;
        _oracle.Check(folder);
        _oracleChecks++;
    }
}
