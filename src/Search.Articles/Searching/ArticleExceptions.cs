namespace Search.Articles.Searching;

/// <summary>A query that cannot be answered as it stands.</summary>
/// <param name="message">The reason, in a sentence for the person who typed it.</param>
/// <param name="start">First UTF-16 code unit of the fault in the query text; 0 when it is elsewhere.</param>
/// <param name="length">Number of code units; may be 0 at the end of the text.</param>
public sealed class QueryException(string message, int start = 0, int length = 0) : Exception(message)
{
    /// <summary>First UTF-16 code unit of the fault.</summary>
    public int Start { get; } = start;

    /// <summary>Number of code units.</summary>
    public int Length { get; } = length;

    /// <summary>The query as lenient mode would understand it; null where there is none.</summary>
    public string? Repaired { get; init; }

    /// <summary>Whether the query is sound but continues on a state of the index that is no longer kept: it must start from the first page.</summary>
    public bool IsGone { get; init; }
}

/// <summary>Nothing has been indexed yet, so there is nothing to search.</summary>
public sealed class NoIndexException() : Exception("There is no index yet: index some articles first.");

/// <summary>Another process is writing to the index.</summary>
public sealed class IndexInUseException(string message, Exception? inner = null) : Exception(message, inner);
