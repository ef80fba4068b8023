using Search.Engine.Search.Matching;

namespace Search.Articles.Querying.Places;

/// <summary>Pairs of places without overlap, the second of which starts at most so many positions behind the end of the first.</summary>
internal sealed class NearMatcher(PlaceMatcher left, PlaceMatcher right, int distance, bool isOrdered) : PlaceMatcher
{
    public override void CollectMarks(ReadOnlySpan<bool> used, ICollection<Occurrence> marks)
    {
        var usedLeft = new bool[left.Found.Length];
        var usedRight = new bool[right.Found.Length];
        Use(left.Found, right.Found, used, usedLeft, usedRight);
        if (!isOrdered)
            Use(right.Found, left.Found, used, usedRight, usedLeft);
        left.CollectMarks(usedLeft, marks);
        right.CollectMarks(usedRight, marks);
    }

    protected override void Find(TextDocument document, List<Occurrence> found)
    {
        left.Find(document);
        if (left.Found.Length == 0)
            return;
        right.Find(document);
        AddPairs(left.Found, right.Found, found);
        if (!isOrdered)
            AddPairs(right.Found, left.Found, found);
        Normalize(found);
    }

    private void AddPairs(ReadOnlySpan<Occurrence> first, ReadOnlySpan<Occurrence> second, List<Occurrence> found)
    {
        var added = 0;
        foreach (Occurrence place in first)
        {
            for (int i = FirstFrom(second, place.EndPosition + 1); i < second.Length && second[i].StartPosition - place.EndPosition <= distance; i++)
            {
                if (++added > MostPlaces)
                    return;
                found.Add(Join(place, second[i]));
            }
        }
    }

    // The same walk again: every pair whose place is used.
    private void Use(ReadOnlySpan<Occurrence> first, ReadOnlySpan<Occurrence> second, ReadOnlySpan<bool> used, bool[] usedFirst, bool[] usedSecond)
    {
        var seen = 0;
        for (var i = 0; i < first.Length; i++)
        {
            for (int j = FirstFrom(second, first[i].EndPosition + 1); j < second.Length && second[j].StartPosition - first[i].EndPosition <= distance; j++)
            {
                if (++seen > MostPlaces)
                    return;
                if (IndexOf(Join(first[i], second[j])) is >= 0 and int index && used[index])
                {
                    usedFirst[i] = true;
                    usedSecond[j] = true;
                }
            }
        }
    }
}
