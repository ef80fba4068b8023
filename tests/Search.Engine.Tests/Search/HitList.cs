using Search.Engine.Index;
using Search.Engine.Search.Collectors;

namespace Search.Engine.Tests.Search;

/// <summary>Keeps all hits in document order with their score bits.</summary>
internal sealed class HitList(bool needsScores = true) : ICollector, ILeafCollector
{
    private int _docBase;

    public List<(int Doc, uint Score)> Hits { get; } = [];

    public bool NeedsScores => needsScores;

    public ILeafCollector StartLeaf(Leaf leaf)
    {
        _docBase = leaf.DocBase;
        return this;
    }

    public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        for (var i = 0; i < docs.Length; i++)
            Hits.Add((_docBase + docs[i], BitConverter.SingleToUInt32Bits(scores[i])));
    }
}
