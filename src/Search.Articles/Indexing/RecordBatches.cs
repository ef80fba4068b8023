using Search.Articles.Reading;

namespace Search.Articles.Indexing;

/// <summary>Groups records into batches that fit into memory.</summary>
internal static class RecordBatches
{
    private const int MaxRecords = 256;
    private const long MaxBytes = 8 << 20;

    /// <summary>The records in order, in batches of so many or so much text; a batch has at least one record and no id twice.</summary>
    public static IEnumerable<List<SourceRecord>> Of(IEnumerable<SourceRecord> records)
    {
        var batch = new List<SourceRecord>();
        long bytes = 0;
        foreach (SourceRecord record in records)
        {
            batch.Add(record);
            bytes += record.Bytes;
            if (batch.Count < MaxRecords && bytes < MaxBytes)
                continue;
            yield return batch;
            batch = [];
            bytes = 0;
        }
        if (batch.Count > 0)
            yield return batch;
    }
}
