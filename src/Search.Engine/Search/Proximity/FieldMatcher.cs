using Search.Engine.Index;

namespace Search.Engine.Search.Proximity;

/// <summary>The intervals of a source in a field of its own.</summary>
internal sealed class FieldMatcher(IntervalMatcher inner, string field) : IntervalMatcher
{
    public override DocIdCursor Documents => inner.Documents;

    public override void CollectParts(int index, IntervalParts parts)
    {
        string outer = parts.Field;
        parts.Field = field;
        inner.CollectParts(index, parts);
        parts.Field = outer;
    }

    protected override void Find()
    {
        inner.Match();
        foreach (Interval interval in inner.Intervals)
            Add(interval);
    }
}
