using Search.Engine.Search.Matching;

namespace Search.Articles.Querying.Places;

/// <summary>Parts that follow one another, with so many words between them.</summary>
/// <param name="gaps">Words before each part.</param>
internal sealed class SequenceMatcher(PlaceMatcher[] parts, int[] gaps) : PlaceMatcher
{
    private readonly List<Occurrence> _next = [];

    /// <summary>A phrase is one mark.</summary>
    public override void CollectMarks(ReadOnlySpan<bool> used, ICollection<Occurrence> marks) => MarkWhole(used, marks);

    protected override void Find(TextDocument document, List<Occurrence> found)
    {
        parts[0].Find(document);
        found.AddRange(parts[0].Found);
        for (var part = 1; part < parts.Length && found.Count > 0; part++)
        {
            parts[part].Find(document);
            Extend(found, parts[part].Found, gaps[part]);
        }
    }

    private void Extend(List<Occurrence> found, ReadOnlySpan<Occurrence> behind, int gap)
    {
        _next.Clear();
        foreach (Occurrence begun in found)
        {
            int position = begun.EndPosition + gap + 1;
            for (int i = FirstFrom(behind, position); i < behind.Length && behind[i].StartPosition == position && _next.Count < MostPlaces; i++)
                _next.Add(Join(begun, behind[i]));
        }
        found.Clear();
        found.AddRange(_next);
        Normalize(found);
    }
}
