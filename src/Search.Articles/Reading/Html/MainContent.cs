using AngleSharp.Dom;
using Search.Articles.Cleaning;
using Search.Articles.Paragraphs;

namespace Search.Articles.Reading.Html;

/// <summary>Decides which blocks of a page are the article: the element with most running text, without the furniture in it.</summary>
internal sealed class MainContent
{
    private const double LeastShareOfBest = 0.75;
    private const double MaxLinkDensity = 0.5;
    private const double SiblingShare = 0.2;

    private readonly IElement _root;
    private readonly ContentScores _scores;
    private readonly HashSet<IElement> _siblings = [];
    private readonly Dictionary<IElement, string?> _reasons = [];

    private MainContent(IElement root, ContentScores scores)
    {
        _root = root;
        _scores = scores;
    }

    /// <summary>Finds the article's element.</summary>
    public static MainContent Locate(IDocument document, PageText page)
    {
        ContentScores scores = ContentScores.Of(page.Blocks, page.Text);
        IElement body = document.Body ?? document.DocumentElement;
        IElement root = NamedBody(body, scores) ?? Widen(scores.Best() ?? body, scores);
        var content = new MainContent(root, scores);
        content.AddSiblings();
        return content;
    }

    /// <summary>Why a block is not the article's; null when it is.</summary>
    public string? ReasonAgainst(PageBlock block, string text)
    {
        if (!IsInside(block.Element)) return FurnitureReasons.OutsideArticle;
        for (IElement? element = block.Element; element is not null && element != _root; element = element.ParentElement)
        {
            if (_siblings.Contains(element)) break;
            if (Reason(element) is { } reason) return reason;
        }

        return IsLinkList(block, text) ? FurnitureReasons.RelatedStories : null;
    }

    private bool IsInside(IElement element)
    {
        for (IElement? at = element; at is not null; at = at.ParentElement)
        {
            if (at == _root || _siblings.Contains(at)) return true;
        }

        return false;
    }

    // Names that say "furniture" are not believed of an element that holds most of the article.
    private string? Reason(IElement element)
    {
        if (_reasons.TryGetValue(element, out string? known)) return known;
        string? reason = ClassNames.FurnitureReason(element);
        if (reason is not null && _scores.ProseLetters(element) * 2 > _scores.ProseLetters(_root)) reason = null;
        _reasons.Add(element, reason);
        return reason;
    }

    private static bool IsLinkList(PageBlock block, string text)
    {
        if (block.LinkDensity <= MaxLinkDensity) return false;
        TextShape shape = TextShape.Of(text[block.Range.Start..block.Range.End]);
        return block.LinkDensity > 0.9 || shape.Words < 25;
    }

    // An element whose names say "article body" and that holds most of what the best candidate holds.
    private static IElement? NamedBody(IElement body, ContentScores scores)
    {
        IElement? best = null;
        int most = 0;
        foreach (IElement element in body.QuerySelectorAll("[itemprop=articleBody],[class],[id]"))
        {
            int prose = scores.ProseLetters(element);
            if (prose <= most || !ClassNames.IsArticleBody(element) || element.LocalName is "body" or "html") continue;
            best = element;
            most = prose;
        }

        if (best is null) return null;
        IElement? rival = scores.Best();
        return rival is null || most >= LeastShareOfBest * scores.ProseLetters(rival) ? best : null;
    }

    // Goes up while the parent adds running text and hardly any links.
    private static IElement Widen(IElement element, ContentScores scores)
    {
        IElement best = element;
        for (IElement? parent = element.ParentElement; parent is not null && parent.LocalName is not ("body" or "html"); parent = parent.ParentElement)
        {
            int gained = scores.ProseLetters(parent) - scores.ProseLetters(best);
            int added = scores.Letters(parent) - scores.Letters(best);
            if (gained > 0 && gained * 10 >= added * 7 && gained * 20 > scores.ProseLetters(best)) best = parent;
        }

        return best;
    }

    // Text beside the root that reads like it: introductions, parts behind an advertisement.
    private void AddSiblings()
    {
        if (_root.ParentElement is not { } parent) return;
        double threshold = Math.Max(10, _scores.Score(_root) * SiblingShare);
        foreach (IElement sibling in parent.Children)
        {
            if (sibling == _root || ClassNames.FurnitureReason(sibling) is not null || ElementKinds.IsInvisible(sibling)) continue;
            bool isAlike = _scores.Score(sibling) + (sibling.ClassName == _root.ClassName && !string.IsNullOrEmpty(_root.ClassName) ? threshold : 0) >= threshold;
            bool isParagraph = sibling.LocalName == "p" && _scores.ProseLetters(sibling) > 60 && _scores.LinkDensity(sibling) < 0.25;
            bool isProse = _scores.ProseLetters(sibling) * 10 > _scores.Letters(sibling) * 7;
            if (isParagraph || isAlike && isProse) _siblings.Add(sibling);
        }
    }
}
