using Search.Engine.Index;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Soak.Damage;

/// <summary>Reads an index in every way that there is: opens it, reads all of it, searches it, checks it.</summary>
internal static class AllReadings
{
    /// <summary>Goes all ways; where one is refused, <paramref name="onRefusal"/> is told and the next one is gone.</summary>
    /// <returns>Whether the index could be opened, and what the check found (null when it was refused altogether).</returns>
    public static (bool IsOpen, bool FailsIntegrity, IndexCheckReport? Check) Run(IndexDirectory directory, Action<Exception> onRefusal)
    {
        var attempts = new Attempts(onRefusal);
        DirectoryReader? reader = null;
        attempts.Try(() => reader = DirectoryReader.Open(directory));
        var failsIntegrity = false;
        if (reader is not null)
        {
            using (reader)
            {
                failsIntegrity = !attempts.Try(reader.CheckIntegrity);
                foreach (Leaf leaf in reader.Leaves)
                    Read(leaf.Reader, attempts);
                foreach (SegmentReader segment in reader.Segments)
                    attempts.Try(() => segment.Stored.VisitAll(new EveryValue(), CancellationToken.None));
                new SomeSearches(reader, attempts).Run();
            }
        }
        IndexCheckReport? report = null;
        attempts.Try(() => report = IndexChecker.Check(directory));
        return (reader is not null, failsIntegrity, report);
    }

    private static void Read(LeafReader leaf, Attempts attempts)
    {
        foreach (FieldInfo field in leaf.FieldInfos)
        {
            attempts.Try(() => TermReadings.Run(leaf, field, attempts));
            ColumnReadings.Run(leaf, field, attempts);
            attempts.Try(() => PointReadings.Run(leaf, field));
        }
        var visitor = new EveryValue();
        // All of a small segment; of a large one, every chunk.
        int step = Math.Max(1, leaf.MaxDoc / 3000);
        for (var doc = 0; doc < leaf.MaxDoc && doc >= 0; doc += step)
        {
            int current = doc;
            attempts.Try(() => leaf.VisitStored(current, visitor));
        }
    }

    private sealed class EveryValue : StoredFieldVisitor
    {
        public override Decision Needs(FieldInfo field) => Decision.Read;
    }
}
