using Search.Engine.Index;

namespace Search.Soak.Damage;

/// <summary>The points of a field: one by one, and cell by cell.</summary>
internal static class PointReadings
{
    public static void Run(LeafReader leaf, FieldInfo field)
    {
        if (leaf.Points(field.Name) is not { } points)
            return;
        points.EstimateCount(new Visitor(CellRelation.Crosses));
        points.Intersect(new Visitor(CellRelation.Inside));
        points.Intersect(new Visitor(CellRelation.Crosses));
    }

    private sealed class Visitor(CellRelation relation) : IPointVisitor
    {
        public CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) => relation;

        public void VisitInside(ReadOnlySpan<int> docs)
        {
        }

        public void Visit(int docId, ReadOnlySpan<byte> packedValue)
        {
        }
    }
}
