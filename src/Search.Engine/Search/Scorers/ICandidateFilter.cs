namespace Search.Engine.Search.Scorers;

/// <summary>Keeps those of a list of documents that it has.</summary>
internal interface ICandidateFilter
{
    /// <summary>Upper estimate of the number of documents that it has.</summary>
    long Cost { get; }

    /// <summary>Closes up the candidates that match, ascending over all calls, and adds their scores to the sums beside them.</summary>
    /// <returns>How many are left at the front of both spans.</returns>
    int Retain(Span<int> candidates, Span<double> sums);

    /// <summary>No document in <c>[from, upTo]</c> scores higher; ranges must not descend.</summary>
    float MaxScore(int from, int upTo);
}
