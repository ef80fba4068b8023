using System.Runtime.InteropServices;
using Search.Engine.Search.Matching;

namespace Search.Articles.Querying.Places;

/// <summary>Finds the places of a plan in one document after another.</summary>
/// <remarks>One segment, one thread.</remarks>
internal abstract class PlaceMatcher
{
    /// <summary>Most places of one plan in one document; those that start later are not looked at.</summary>
    protected const int MostPlaces = 1 << 16;

    private readonly List<Occurrence> _found = [];

    public static PlaceMatcher Create(PlacePlan plan) => plan switch
    {
        PlacePlan.Word word => new WordMatcher(word.Index),
        PlacePlan.Cased cased => new CasedMatcher(cased.Index, cased.Text),
        PlacePlan.Sequence sequence => new SequenceMatcher([.. sequence.Parts.Select(part => Create(part.Plan))], [.. sequence.Parts.Select(part => part.GapBefore)]),
        PlacePlan.Choice choice => new ChoiceMatcher([.. choice.Parts.Select(Create)]),
        PlacePlan.Near near => new NearMatcher(Create(near.Left), Create(near.Right), near.Distance, near.IsOrdered),
        _ => throw new ArgumentException($"no matcher for {plan.GetType().Name}", nameof(plan)),
    };

    /// <summary>The distinct places in the document that was last looked at, by start, then end.</summary>
    public ReadOnlySpan<Occurrence> Found => CollectionsMarshal.AsSpan(_found);

    /// <summary>Finds the places in a document.</summary>
    public void Find(TextDocument document)
    {
        _found.Clear();
        Find(document, _found);
    }

    /// <summary>Adds what the places numbered in a set are made of; each becomes a mark.</summary>
    /// <param name="used">As long as there are places.</param>
    public abstract void CollectMarks(ReadOnlySpan<bool> used, ICollection<Occurrence> marks);

    /// <summary>Adds the places, distinct and in order.</summary>
    protected abstract void Find(TextDocument document, List<Occurrence> found);

    /// <summary>Marks each place as a whole.</summary>
    protected void MarkWhole(ReadOnlySpan<bool> used, ICollection<Occurrence> marks)
    {
        for (var i = 0; i < _found.Count; i++)
        {
            if (used[i])
                marks.Add(_found[i]);
        }
    }

    /// <summary>Orders by start, then end, and keeps one of each.</summary>
    protected static void Normalize(List<Occurrence> places)
    {
        places.Sort(static (x, y) => x.StartPosition != y.StartPosition ? x.StartPosition.CompareTo(y.StartPosition) : x.EndPosition.CompareTo(y.EndPosition));
        var kept = 0;
        for (var i = 0; i < places.Count; i++)
        {
            if (kept == 0 || !IsSame(places[i], places[kept - 1]))
                places[kept++] = places[i];
        }
        places.RemoveRange(kept, places.Count - kept);
    }

    /// <summary>The first place that starts at a position or behind it.</summary>
    protected static int FirstFrom(ReadOnlySpan<Occurrence> places, int position)
    {
        int low = 0, high = places.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (places[middle].StartPosition < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The number of a place among those found; -1 when it is none.</summary>
    protected int IndexOf(in Occurrence place)
    {
        ReadOnlySpan<Occurrence> found = Found;
        for (int i = FirstFrom(found, place.StartPosition); i < found.Length && found[i].StartPosition == place.StartPosition; i++)
        {
            if (found[i].EndPosition == place.EndPosition)
                return i;
        }
        return -1;
    }

    protected static bool IsSame(in Occurrence x, in Occurrence y) => x.StartPosition == y.StartPosition && x.EndPosition == y.EndPosition;

    /// <summary>From the beginning of one place to the end of another.</summary>
    protected static Occurrence Join(in Occurrence first, in Occurrence last) => new(first.StartPosition, last.EndPosition, first.StartOffset, last.EndOffset);
}
