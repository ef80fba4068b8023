using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Soak.Fidelity;

/// <summary>One corpus, indexed by us and by Lucene and handed over between both: the same requests find the same each time.</summary>
internal sealed class FidelityRun(string paragraphsPath, IReadOnlyList<Request> requests, int threads, TextWriter log)
{
    private const int HandOverShare = 10;
    private const int DeletedByLucene = 7;
    private const int MaxLogged = 20;

    private readonly List<string> _differences = [];

    /// <summary>What differed, a text a request; empty when the engines agree.</summary>
    public IReadOnlyList<string> Run()
    {
        using var scratch = new TemporaryFolder();
        string[] lines = File.ReadAllLines(paragraphsPath);
        int first = lines.Length - lines.Length / HandOverShare;
        string ours = scratch.File("ours");
        (int added, int updated, int deleted) = new ConcurrentChanges(ours, threads).Write(lines[..first]);
        Compare($"ours: {added} added, {updated} updated, {deleted} deletions, {threads} threads", ours, requests);

        HandToLucene(scratch, lines[first..], lines[..first], ours);
        Request[] some = [.. requests.Where((_, i) => i % HandOverShare == 0)];
        Compare("ours, then Lucene appended, deleted and merged", ours, some);
        new ConcurrentChanges(ours, threads).Write(lines[..(first / HandOverShare)]);
        Compare("ours, then Lucene, then ours again", ours, some);

        string lucenes = scratch.File("lucenes");
        log.WriteLine(Oracle.Run("index", paragraphsPath, lucenes, "--deletes", $"{lines.Length / 30}").Trim());
        Compare("Lucene's", lucenes, requests);
        return _differences;
    }

    private static void HandToLucene(TemporaryFolder scratch, string[] added, string[] present, string index)
    {
        string file = scratch.File("added.jsonl");
        File.WriteAllLines(file, added);
        string ids = scratch.File("deleted");
        File.WriteAllLines(ids, present.Where((_, i) => i % DeletedByLucene == 0).Select(ConcurrentChanges.TextOfId));
        Oracle.Run("append", file, index, "--delete", ids, "--force-merge", "3");
    }

    private void Compare(string what, string index, IReadOnlyList<Request> asked)
    {
        Oracle.AssertSound(index, slow: false);
        IReadOnlyList<string> found = RequestComparison.Differences(index, asked);
        log.WriteLine($"{what}: sound, {asked.Count} requests, {found.Count} differences");
        foreach (string difference in found.Take(MaxLogged)) // at once: what follows may take an hour
            log.WriteLine($"  {difference}");
        _differences.AddRange(found.Select(difference => $"{what}: {difference}"));
    }
}
