using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Soak.Memory;
using Search.Soak.Model;

namespace Search.Engine.Tests.Soak;

public sealed class MemoryTests
{
    [PythonFact]
    public void Indexing_keeps_to_its_budget_and_the_process_to_little_more() =>
        MemoryRun.Run(new MemoryOptions(Paragraphs: 6000, BudgetMB: 4, LimitMB: 150, Threads: [2], WithOracle: false));

    [Fact]
    public void Files_and_mappings_go_back_to_what_they_were()
    {
        using var folder = new TemporaryFolder();
        if (HandleCensus.Of(folder.Path) is not { } before)
            return; // no system that says what is open
        using (MappedDirectory directory = MappedDirectory.Open(folder.Path))
        {
            var changes = new ChangeSequence(seed: 1, lane: 0, keys: 50);
            using IndexWriter writer = IndexWriter.Open(directory, ModelDocuments.WriterOptions(bufferBytes: 1 << 16));
            using var refresher = new ReaderRefresher(writer, Timeout.InfiniteTimeSpan);
            for (var round = 0; round < 2; round++)
            {
                for (var i = 0; i < 60; i++)
                    ModelDocuments.Apply(writer, changes.Next());
                refresher.Refresh();
                writer.Commit();
            }
            using DirectoryReader committed = DirectoryReader.Open(directory);
            using CommitSnapshot snapshot = writer.Snapshot();
            writer.ForceMerge(1);
            RecoveredIndex.CheckContent(committed, changes.State);
            HandleCensus during = HandleCensus.Of(folder.Path)!;
            Assert.True(during.Files > before.Files && during.Mappings > before.Mappings, $"{during}");
        }
        Assert.Equal(before, HandleCensus.Of(folder.Path));
    }
}
