using Search.Engine.Search.Matching;

namespace Search.Articles.Querying.Places;

/// <summary>The places of one word or pattern.</summary>
internal sealed class WordMatcher(int word) : PlaceMatcher
{
    public override void CollectMarks(ReadOnlySpan<bool> used, ICollection<Occurrence> marks) => MarkWhole(used, marks);

    protected override void Find(TextDocument document, List<Occurrence> found) => found.AddRange(document.Words.Of(word));
}
