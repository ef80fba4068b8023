using Search.Engine.Index;

namespace Search.Engine.Search.Matching;

/// <summary>Keeps places of a phrase that share a term from using one position of the document twice.</summary>
/// <remarks>Source: search semantics notes, section 5.3.</remarks>
internal sealed class PhraseRepeats
{
    private readonly List<PhrasePlace[]> _groups = [];
    private readonly bool _haveAlternatives;

    public PhraseRepeats(PhrasePlace[] places)
    {
        foreach (PhrasePlace place in places)
        {
            if (place.Repeats is not null || IsAloneWithItsTerm(place, places))
                continue;
            PhrasePlace[] group = Connected(place, places);
            if (group.Length < 2)
                continue;
            _groups.Add(group);
            foreach (PhrasePlace member in group)
            {
                member.Repeats = group;
                _haveAlternatives |= member.Terms.Count > 1;
            }
        }
    }

    /// <summary>Moves places that all stand on their first position apart; false when the document has too few positions.</summary>
    public bool Separate()
    {
        foreach (PhrasePlace[] group in _groups)
        {
            if (!(_haveAlternatives ? SeparateByCollisions(group) : SeparateByCount(group)))
                return false;
        }
        return true;
    }

    /// <summary>
    /// After <paramref name="moved"/> has moved: moves places of its group on until what was moved last shares its position with none;
    /// false at the end of the document.
    /// </summary>
    /// <param name="end">The largest shifted position, kept up to date.</param>
    public static bool Resolve(PhrasePlace moved, ref int end)
    {
        if (moved.Repeats is not { } group)
            return true;
        // Where the other one is moved, it may come to stand with a third: then that is what has to be moved apart.
        PhrasePlace looked = moved;
        while (Colliding(looked, group) is { } other)
        {
            looked = Lesser(looked, other);
            if (!looked.Next())
                return false;
            end = Math.Max(end, looked.Shifted);
        }
        return true;
    }

    // The same term at several places: the k-th place starts at the term's k-th position.
    private static bool SeparateByCount(PhrasePlace[] group)
    {
        for (var member = 1; member < group.Length; member++)
        {
            for (var step = 0; step < member; step++)
            {
                if (!group[member].Next())
                    return false;
            }
        }
        return true;
    }

    private static bool SeparateByCollisions(PhrasePlace[] group)
    {
        var current = 0;
        while (current < group.Length)
        {
            int redo = -1;
            while (redo < 0 && Colliding(group[current], group) is { } other)
            {
                PhrasePlace lesser = Lesser(group[current], other);
                if (!lesser.Next())
                    return false;
                int index = Array.IndexOf(group, lesser);
                if (index < current)
                    redo = index;
            }
            current = redo < 0 ? current + 1 : redo;
        }
        return true;
    }

    private static PhrasePlace? Colliding(PhrasePlace place, PhrasePlace[] group)
    {
        foreach (PhrasePlace other in group)
        {
            if (other != place && other.Position == place.Position)
                return other;
        }
        return null;
    }

    private static PhrasePlace Lesser(PhrasePlace left, PhrasePlace right) =>
        left.Shifted < right.Shifted || (left.Shifted == right.Shifted && left.Offset < right.Offset) ? left : right;

    // Usual, and seen without tables.
    private static bool IsAloneWithItsTerm(PhrasePlace place, PhrasePlace[] places)
    {
        if (place.Terms.Count > 1)
            return false;
        foreach (PhrasePlace other in places)
        {
            if (other != place && (other.Terms.Count > 1 || other.Terms[0].Equals(place.Terms[0])))
                return false;
        }
        return true;
    }

    // All places that share a term with the place or with another one that does, by their place in the query.
    private static PhrasePlace[] Connected(PhrasePlace start, PhrasePlace[] places)
    {
        var found = new HashSet<PhrasePlace> { start };
        var terms = new HashSet<Term>(start.Terms);
        var grown = true;
        while (grown)
        {
            grown = false;
            foreach (PhrasePlace place in places)
            {
                if (!found.Contains(place) && place.Terms.Any(terms.Contains))
                {
                    found.Add(place);
                    terms.UnionWith(place.Terms);
                    grown = true;
                }
            }
        }
        return [.. found.OrderBy(place => place.Offset)];
    }
}
