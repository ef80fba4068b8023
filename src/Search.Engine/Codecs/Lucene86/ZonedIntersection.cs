using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Does for a visitor of documents what <see cref="PointsIntersection"/> does, and reads few of the leaves that are inside.</summary>
internal sealed class ZonedIntersection(PointsTreeMetadata tree, PointsZones zones, IDocumentVisitor visitor) : PointsTreeWalk(tree, visitor)
{
    private readonly PointsLeafReader _leaf = new(tree);
    private readonly IDocumentVisitor _visitor = visitor;

    // Leaves that are inside and follow one another.
    private int _first;
    private int _end;

    /// <summary>Walks the whole tree.</summary>
    public void Run()
    {
        Walk();
        VisitInside();
    }

    protected override void OnInside(int leaves, long pointer)
    {
        if (Leaf != _end)
        {
            VisitInside();
            _first = Leaf;
        }
        _end = Leaf + leaves;
    }

    protected override void OnCrossing(long pointer)
    {
        _leaf.ReadDocIds(pointer);
        _leaf.VisitPoints(_visitor);
    }

    private void VisitInside()
    {
        if (_first < _end)
            zones.Visit(_first, _end, _leaf, _visitor);
    }
}
