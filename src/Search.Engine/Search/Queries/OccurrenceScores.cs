namespace Search.Engine.Search.Queries;

/// <summary>What a document of an <see cref="OccurrenceQuery"/> scores.</summary>
public enum OccurrenceScores
{
    /// <summary>As a phrase does: BM25 of the number of matches, with the sum of the idf of what is required.</summary>
    Bm25 = 0,

    /// <summary>The number of matches, times the boost.</summary>
    Count,
}
