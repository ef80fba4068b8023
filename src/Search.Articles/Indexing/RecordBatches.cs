using Search.Articles.Reading;

namespace Search.Articles.Indexing;

/// <summary>Groups records into batches that fit into memory.</summary>
internal static class RecordBatches
{
    /// <summary>The records in order, in batches of so many or so much text; a batch has at least one record and no id twice.</summary>
    public static IEnumerable<List<SourceRecord>> Of(IEnumerable<SourceRecord> records, SynchronizationLimits limits)
    {
        var batch = new List<SourceRecord>();
        long bytes = 0;
        foreach (SourceRecord record in records)
        {
            batch.Add(record);
            bytes += record.Bytes;
            if (batch.Count < limits.BatchArticles && bytes < limits.BatchBytes)
                continue;
            yield return batch;
            batch = [];
            bytes = 0;
        }
        if (batch.Count > 0)
            yield return batch;
    }
}
