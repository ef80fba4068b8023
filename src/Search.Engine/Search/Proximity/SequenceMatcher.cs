namespace Search.Engine.Search.Proximity;

/// <summary>Intervals whose parts stand one behind the other; it is known which.</summary>
internal abstract class SequenceMatcher(IntervalMatcher[] parts) : CombiningMatcher(parts)
{
    // For each interval the places of its parts among theirs.
    private readonly List<int> _places = [];

    public override void CollectParts(int index, IntervalParts parts)
    {
        for (var i = 0; i < Parts.Length; i++)
            Parts[i].CollectParts(_places[index * Parts.Length + i], parts);
    }

    protected sealed override void Forget() => _places.Clear();

    /// <summary>Adds an interval that is made of the intervals at some places of the parts.</summary>
    protected void Add(in Interval interval, ReadOnlySpan<int> places)
    {
        Add(interval);
        foreach (int place in places)
            _places.Add(place);
    }
}
