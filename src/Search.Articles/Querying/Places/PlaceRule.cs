using Search.Engine.Index;
using Search.Engine.Search.Matching;

namespace Search.Articles.Querying.Places;

/// <summary>Documents that have a place of a plan; each distinct place is a match.</summary>
internal sealed class PlaceRule(PlacePlan plan) : OccurrenceRule(plan.Key)
{
    public override bool NeedsOffsets => plan.NeedsText;

    public override OccurrenceJudge Open(LeafReader segment) => new Judge(PlaceMatcher.Create(plan));

    private sealed class Judge(PlaceMatcher places) : OccurrenceJudge
    {
        private readonly TextDocument _document = new();

        public override int Count(DocumentOccurrences document)
        {
            _document.MoveTo(document);
            places.Find(_document);
            return places.Found.Length;
        }

        public override void CollectMarks(DocumentOccurrences document, ICollection<Occurrence> marks)
        {
            var used = new bool[places.Found.Length];
            used.AsSpan().Fill(true);
            places.CollectMarks(used, marks);
        }
    }
}
