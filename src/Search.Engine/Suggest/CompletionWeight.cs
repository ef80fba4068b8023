namespace Search.Engine.Suggest;

/// <summary>What makes one completion better than another.</summary>
public enum CompletionWeight
{
    /// <summary>The number of documents with the term, deleted ones included.</summary>
    DocFreq,

    /// <summary>The number of its occurrences, deleted documents included.</summary>
    TotalTermFreq,
}
