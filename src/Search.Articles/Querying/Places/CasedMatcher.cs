using Search.Engine.Search.Matching;

namespace Search.Articles.Querying.Places;

/// <summary>The places of one word at which the text has the letters that were asked for.</summary>
internal sealed class CasedMatcher(int word, string text) : PlaceMatcher
{
    public override void CollectMarks(ReadOnlySpan<bool> used, ICollection<Occurrence> marks) => MarkWhole(used, marks);

    protected override void Find(TextDocument document, List<Occurrence> found)
    {
        foreach (Occurrence place in document.Words.Of(word))
        {
            if (place.EndOffset <= document.Text.Length && IsWritten(document.Text.AsSpan(place.StartOffset..place.EndOffset)))
                found.Add(place);
        }
    }

    // The index drops a possessive from the word, not from its place.
    private bool IsWritten(ReadOnlySpan<char> written) =>
        written.SequenceEqual(text)
        || (written.Length == text.Length + 2 && written.StartsWith(text, StringComparison.Ordinal) && written[^1] is 's' or 'S' && !char.IsLetterOrDigit(written[^2]));
}
