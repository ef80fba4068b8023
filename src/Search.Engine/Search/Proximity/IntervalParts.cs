using Search.Engine.Search.Matching;

namespace Search.Engine.Search.Proximity;

/// <summary>The words and phrases of one document that take part in intervals.</summary>
/// <param name="field">The field of the parts to come.</param>
internal sealed class IntervalParts(string field)
{
    private readonly List<IntervalPart> _parts = [];

    /// <summary>The parts so far, in no order; may repeat.</summary>
    public IReadOnlyList<IntervalPart> All => _parts;

    public int Count => _parts.Count;

    /// <summary>The field of the parts to come.</summary>
    public string Field { get; set; } = field;

    public void Add(PhraseMatch place) => _parts.Add(new IntervalPart(Field, place));

    /// <summary>Makes one part of each run of parts, from the one numbered <paramref name="first"/> on, that follow one another without a gap.</summary>
    public void Join(int first)
    {
        if (first == _parts.Count)
            return;
        _parts.Sort(first, _parts.Count - first, ByPlace.Instance);
        int last = first;
        for (int i = first + 1; i < _parts.Count; i++)
        {
            IntervalPart before = _parts[last];
            IntervalPart part = _parts[i];
            if (part.Field != before.Field || part.Place.StartPosition > before.Place.EndPosition + 1)
                _parts[++last] = part;
            else if (part.Place.EndPosition > before.Place.EndPosition)
                _parts[last] = before with { Place = before.Place with { EndPosition = part.Place.EndPosition, EndOffset = part.Place.EndOffset } };
        }
        _parts.RemoveRange(last + 1, _parts.Count - last - 1);
    }

    private sealed class ByPlace : IComparer<IntervalPart>
    {
        public static readonly ByPlace Instance = new();

        public int Compare(IntervalPart x, IntervalPart y)
        {
            int byField = string.CompareOrdinal(x.Field, y.Field);
            return byField != 0 ? byField : x.Place.StartPosition.CompareTo(y.Place.StartPosition);
        }
    }
}
