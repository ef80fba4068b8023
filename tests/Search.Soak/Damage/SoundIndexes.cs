using Search.Engine.Indexing;
using Search.Engine.Store;
using Search.Soak.Model;

namespace Search.Soak.Damage;

/// <summary>What is damaged: the golden indexes of every variant that Lucene writes, and one that we wrote.</summary>
internal static class SoundIndexes
{
    private const int Changes = 300;
    private const int Commits = 3;

    /// <summary>All of them, read once from the repository.</summary>
    public static IReadOnlyList<SoundIndex> All => field ??= [.. Golden(), Own()];

    private static IEnumerable<SoundIndex> Golden() =>
        Directory.EnumerateDirectories(Path.Combine(RepositoryPaths.Golden, "indexes")).Order(StringComparer.Ordinal)
            .Select(folder => SoundIndex.OfFolder(Path.Combine(folder, "index"), Path.GetFileName(folder)));

    private static SoundIndex Own()
    {
        using var directory = new MemoryDirectory();
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = ModelDocuments.Analyzer }))
        {
            var changes = new ChangeSequence(seed: 1, lane: 0, keys: Changes / 2);
            for (var commit = 0; commit < Commits; commit++)
            {
                for (var i = 0; i < Changes / Commits; i++)
                    ModelDocuments.Apply(writer, changes.Next());
                writer.Commit();
            }
        }
        return SoundIndex.Of("own", directory);
    }
}
