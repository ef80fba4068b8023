using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Documents with a point in a box.</summary>
internal sealed class PointRangeWeight(PointRangeQuery query, bool needsScores, float boost) : DocSetWeight(query, needsScores, boost)
{
    protected override DocSet? Documents(Leaf leaf, WindowArena? arena)
    {
        if (leaf.Reader.Points(query.Field) is not { } points)
            return null;
        if (points.IndexDimensionCount * points.BytesPerDimension != query.Lower.Length || points.BytesPerDimension != query.BytesPerDimension)
        {
            throw new InvalidOperationException(
                $"points of field {query.Field} have {points.IndexDimensionCount} dimensions of {points.BytesPerDimension} bytes; the query does not fit them");
        }
        var visitor = new RangeVisitor(query, new DocSet(leaf.Reader.MaxDoc, arena));
        points.Intersect(visitor);
        return visitor.Documents;
    }

    private sealed class RangeVisitor(PointRangeQuery query, DocSet documents) : IDocumentVisitor
    {
        public DocSet Documents => documents;

        public CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max)
        {
            var inside = true;
            for (var start = 0; start < query.Lower.Length; start += query.BytesPerDimension)
            {
                ReadOnlySpan<byte> lower = query.Lower.Slice(start, query.BytesPerDimension);
                ReadOnlySpan<byte> upper = query.Upper.Slice(start, query.BytesPerDimension);
                ReadOnlySpan<byte> lowest = min.Slice(start, query.BytesPerDimension);
                ReadOnlySpan<byte> highest = max.Slice(start, query.BytesPerDimension);
                if (lowest.SequenceCompareTo(upper) > 0 || highest.SequenceCompareTo(lower) < 0)
                    return CellRelation.Outside;
                inside &= lowest.SequenceCompareTo(lower) >= 0 && highest.SequenceCompareTo(upper) <= 0;
            }
            return inside ? CellRelation.Inside : CellRelation.Crosses;
        }

        public void VisitInside(ReadOnlySpan<int> docs) => documents.AddRuns(docs);

        public void VisitInside(FixedBitSet docs, int from, int to) => documents.Add(docs, from, to);

        public void Visit(int docId, ReadOnlySpan<byte> packedValue)
        {
            if (IsInRange(packedValue))
                documents.Add(docId);
        }

        public void VisitEqual(ReadOnlySpan<int> docs, ReadOnlySpan<byte> packedValue)
        {
            if (IsInRange(packedValue))
                documents.AddRuns(docs);
        }

        private bool IsInRange(ReadOnlySpan<byte> packedValue)
        {
            for (var start = 0; start < query.Lower.Length; start += query.BytesPerDimension)
            {
                ReadOnlySpan<byte> value = packedValue.Slice(start, query.BytesPerDimension);
                if (value.SequenceCompareTo(query.Lower.Slice(start, query.BytesPerDimension)) < 0
                    || value.SequenceCompareTo(query.Upper.Slice(start, query.BytesPerDimension)) > 0)
                    return false;
            }
            return true;
        }
    }
}
