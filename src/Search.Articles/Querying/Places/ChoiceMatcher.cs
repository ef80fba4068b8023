using Search.Engine.Search.Matching;

namespace Search.Articles.Querying.Places;

/// <summary>The places of several parts.</summary>
internal sealed class ChoiceMatcher(PlaceMatcher[] parts) : PlaceMatcher
{
    public override void CollectMarks(ReadOnlySpan<bool> used, ICollection<Occurrence> marks)
    {
        foreach (PlaceMatcher part in parts)
        {
            ReadOnlySpan<Occurrence> places = part.Found;
            var usedOfPart = new bool[places.Length];
            for (var i = 0; i < places.Length; i++)
                usedOfPart[i] = IndexOf(places[i]) is >= 0 and int index && used[index];
            part.CollectMarks(usedOfPart, marks);
        }
    }

    protected override void Find(TextDocument document, List<Occurrence> found)
    {
        foreach (PlaceMatcher part in parts)
        {
            part.Find(document);
            found.AddRange(part.Found);
        }
        Normalize(found);
    }
}
