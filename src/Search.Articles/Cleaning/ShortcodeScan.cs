using Search.Articles.Paragraphs;

namespace Search.Articles.Cleaning;

/// <summary>What shortcodes a source holds.</summary>
/// <param name="Tags">The tags themselves, ascending, not overlapping.</param>
/// <param name="Captions">The texts of captions, ascending.</param>
internal sealed record ShortcodeScan(IReadOnlyList<TextRange> Tags, IReadOnlyList<TextRange> Captions)
{
    /// <summary>Tags and captions in order: what the running text has holes for.</summary>
    public List<TextRange> Holes()
    {
        List<TextRange> holes = [.. Tags, .. Captions];
        holes.Sort((left, right) => left.Start.CompareTo(right.Start));
        return holes;
    }
}
