using Search.Engine.Index;

namespace Search.Engine.Segments.Checking;

/// <summary>Counts the documents with a value in the soft-deletes column and compares with what the commit counts.</summary>
internal static class SoftDeletesCheck
{
    public static void Run(SegmentReader segment, CheckProblems problems)
    {
        FieldInfo? field = segment.FieldInfos.FirstOrDefault(info => info.IsSoftDeletes);
        var found = 0;
        if (field is not null && segment.OpenColumn(field) is { } column)
        {
            for (int doc = column.NextDoc(); doc != DocIdCursor.NoMoreDocs; doc = column.NextDoc())
            {
                if (segment.HardLiveDocs?.Get(doc) != false)
                    found++;
            }
        }
        if (found != segment.Commit.SoftDeletionCount)
            problems.Add($"{segment.Commit.SoftDeletionCount} soft deletions are stated, {found} are there");
    }
}
