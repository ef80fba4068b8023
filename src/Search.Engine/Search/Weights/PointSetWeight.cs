using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Documents with any of a set of points.</summary>
internal sealed class PointSetWeight(PointSetQuery query, bool needsScores, float boost) : DocSetWeight(query, needsScores, boost)
{
    protected override DocSet? Documents(Leaf leaf, WindowArena? arena)
    {
        if (leaf.Reader.Points(query.Field) is not { } points)
            return null;
        if (points.IndexDimensionCount != 1 || points.BytesPerDimension != query.BytesPerDimension)
        {
            throw new InvalidOperationException(
                $"points of field {query.Field} have {points.IndexDimensionCount} dimensions of {points.BytesPerDimension} bytes; the query does not fit them");
        }
        var visitor = new SetVisitor(query, new DocSet(leaf.Reader.MaxDoc, arena));
        points.Intersect(visitor);
        return visitor.Documents;
    }

    private sealed class SetVisitor(PointSetQuery query, DocSet documents) : IPointVisitor
    {
        public DocSet Documents => documents;

        public CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max)
        {
            int first = FirstAtLeast(min);
            if (first == query.Values.Length || max.SequenceCompareTo(query.Values[first]) < 0)
                return CellRelation.Outside;
            return min.SequenceEqual(max) ? CellRelation.Inside : CellRelation.Crosses;
        }

        public void VisitInside(ReadOnlySpan<int> docs) => documents.AddRuns(docs);

        public void Visit(int docId, ReadOnlySpan<byte> packedValue)
        {
            if (IsInSet(packedValue))
                documents.Add(docId);
        }

        public void VisitEqual(ReadOnlySpan<int> docs, ReadOnlySpan<byte> packedValue)
        {
            if (IsInSet(packedValue))
                documents.AddRuns(docs);
        }

        private bool IsInSet(ReadOnlySpan<byte> packedValue)
        {
            int first = FirstAtLeast(packedValue);
            return first < query.Values.Length && packedValue.SequenceEqual(query.Values[first]);
        }

        private int FirstAtLeast(ReadOnlySpan<byte> value)
        {
            var low = 0;
            int high = query.Values.Length;
            while (low < high)
            {
                int middle = (low + high) >> 1;
                if (value.SequenceCompareTo(query.Values[middle]) > 0)
                    low = middle + 1;
                else
                    high = middle;
            }
            return low;
        }
    }
}
