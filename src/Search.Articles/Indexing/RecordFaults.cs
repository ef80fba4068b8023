namespace Search.Articles.Indexing;

/// <summary>Articles are hostile input: whatever one of them does to a reader, it is reported and the others go on.</summary>
internal static class RecordFaults
{
    /// <summary>Does the work on one article; the reason when that fails by the article's fault, else null.</summary>
    public static string? Try(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (InvalidDataException fault)
        {
            return fault.Message;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException or IOException or ObjectDisposedException))
        {
            return $"{fault.GetType().Name}: {fault.Message}";
        }
    }
}
