using AngleSharp.Dom;
using Search.Articles.Paragraphs;

namespace Search.Articles.Reading.Html;

/// <summary>Scores elements by the running text in them, as readers' views do: long blocks with commas and few links, near their parents.</summary>
internal sealed class ContentScores
{
    private const int MinLetters = 20;
    private const int MaxLevels = 6;

    private readonly Dictionary<IElement, Tally> _tallies = [];

    /// <summary>Scores the ancestors of a page's blocks.</summary>
    public static ContentScores Of(IReadOnlyList<PageBlock> blocks, string text)
    {
        var scores = new ContentScores();
        foreach (PageBlock block in blocks) scores.Add(block, text);
        return scores;
    }

    /// <summary>The element with the highest score; null when no block is text.</summary>
    public IElement? Best()
    {
        IElement? best = null;
        double bestScore = 0;
        foreach ((IElement element, Tally tally) in _tallies)
        {
            double score = ScoreOf(element, tally);
            if (score <= bestScore) continue;
            best = element;
            bestScore = score;
        }

        return best;
    }

    /// <summary>Elements with their scores, the best first.</summary>
    public IEnumerable<(IElement Element, double Score)> Ranked() =>
        _tallies.Select(entry => (entry.Key, ScoreOf(entry.Key, entry.Value))).OrderByDescending(entry => entry.Item2);

    /// <summary>The score of an element; 0 when it has no text.</summary>
    public double Score(IElement element) => _tallies.TryGetValue(element, out Tally? tally) ? ScoreOf(element, tally) : 0;

    /// <summary>Letters of running text (blocks that are prose and few links) in an element.</summary>
    public int ProseLetters(IElement element) => _tallies.TryGetValue(element, out Tally? tally) ? tally.Prose : 0;

    /// <summary>Letters of all text in an element.</summary>
    public int Letters(IElement element) => _tallies.TryGetValue(element, out Tally? tally) ? tally.Letters : 0;

    /// <summary>Share of an element's text that is links.</summary>
    public double LinkDensity(IElement element) =>
        _tallies.TryGetValue(element, out Tally? tally) && tally.Letters > 0 ? (double)tally.LinkLetters / tally.Letters : 0;

    private static double ScoreOf(IElement element, Tally tally)
    {
        double density = tally.Letters == 0 ? 0 : (double)tally.LinkLetters / tally.Letters;
        return (tally.Score + (tally.Score > 0 ? ClassNames.Weight(element) : 0)) * (1 - density);
    }

    private void Add(PageBlock block, string text)
    {
        string content = text[block.Range.Start..block.Range.End];
        TextShape shape = TextShape.Of(content);
        bool isProse = block.LinkDensity < 0.5 && (shape.IsProse || block.Letters > 80 && block.LinkDensity < 0.3);
        double score = block.Letters < MinLetters ? 0 : (1 + shape.Commas + Math.Min(block.Letters / 100.0, 3)) * (1 - block.LinkDensity);
        var level = 0;
        for (IElement? element = block.Element; element is not null; element = element.ParentElement)
        {
            if (!_tallies.TryGetValue(element, out Tally? tally)) _tallies.Add(element, tally = new Tally());
            tally.Letters += block.Letters;
            tally.LinkLetters += block.LinkLetters;
            if (isProse) tally.Prose += block.Letters;
            bool isOwn = level == 0 && element.LocalName is "p" or "li" or "h2" or "h3" or "blockquote" or "pre" or "td";
            if (score > 0 && level <= MaxLevels && !isOwn) tally.Score += score / Divisor(level);
            level++;
        }
    }

    private static double Divisor(int level) => level switch { 0 or 1 => 1, 2 => 2, _ => level * 3 };

    private sealed class Tally
    {
        public double Score;
        public int Letters;
        public int LinkLetters;
        public int Prose;
    }
}
