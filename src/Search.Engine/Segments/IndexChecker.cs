using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Segments;

/// <summary>Reads an index from end to end and compares what it says with what it holds.</summary>
/// <remarks>Checks the newest commit: checksums of all files, then each segment by itself (<see cref="PostingsCheck"/>, <see cref="ColumnsCheck"/>).</remarks>
public static class IndexChecker
{
    /// <summary>Checks the newest commit of a directory.</summary>
    /// <exception cref="IndexNotFoundException">The directory holds no commit.</exception>
    public static IndexCheckReport Check(IndexDirectory directory, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(directory);
        DirectoryReader reader;
        try
        {
            reader = DirectoryReader.Open(directory);
        }
        catch (CorruptIndexException damage)
        {
            return new IndexCheckReport(0, [], [damage.Message]);
        }
        using (reader)
        {
            return new IndexCheckReport(reader.Generation, [.. reader.Segments.Select(segment => Check(segment, cancellation))], []);
        }
    }

    private static SegmentCheckReport Check(SegmentReader segment, CancellationToken cancellation)
    {
        var problems = new List<string>();
        var postings = new PostingsCheck(segment, problems, cancellation);
        try
        {
            segment.CheckIntegrity();
            CheckLiveDocs(segment, problems);
            postings.Run();
            ColumnsCheck.Run(segment, problems, cancellation);
            CheckStoredFields(segment, problems, cancellation);
        }
        catch (CorruptIndexException damage)
        {
            problems.Add(damage.Message);
        }
        return new SegmentCheckReport(
            segment.Commit.Segment.Name, segment.MaxDoc, segment.NumDocs, postings.TermCount, postings.PostingCount, postings.PositionCount, problems);
    }

    private static void CheckLiveDocs(SegmentReader segment, List<string> problems)
    {
        int live = segment.LiveDocs?.Cardinality() ?? segment.MaxDoc;
        if (live != segment.NumDocs)
            problems.Add($"{live} documents are alive, {segment.NumDocs} are counted");
    }

    private static void CheckStoredFields(SegmentReader segment, List<string> problems, CancellationToken cancellation)
    {
        var visitor = new FieldCheck(segment.FieldInfos);
        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            cancellation.ThrowIfCancellationRequested();
            segment.VisitStored(doc, visitor);
        }
        if (visitor.Strangers > 0)
            problems.Add($"{visitor.Strangers} stored values belong to fields that the segment does not list");
    }

    private sealed class FieldCheck(FieldInfos fields) : StoredFieldVisitor
    {
        public long Strangers { get; private set; }

        public override Decision Needs(FieldInfo field)
        {
            if (fields.Find(field.Number) is null)
                Strangers++;
            return Decision.Read;
        }
    }
}
