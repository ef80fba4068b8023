using System.Text;
using AngleSharp.Dom;
using Search.Articles.Paragraphs;

namespace Search.Articles.Reading.Html;

/// <summary>Renders a page as text: one block a block element, empty lines between, what is hidden left out.</summary>
/// <remarks>One page, one thread. Nesting below a limit is left out, so that a hostile page cannot exhaust the stack.</remarks>
internal sealed class PageText
{
    private const int MaxDepth = 256;

    private readonly StringBuilder _text = new();
    private readonly List<PageBlock> _blocks = [];
    private int _start;
    private int _letters;
    private int _linkLetters;
    private int _breaks;

    private PageText()
    {
    }

    /// <summary>The page's text.</summary>
    public string Text => _text.ToString();

    /// <summary>Its blocks in order.</summary>
    public IReadOnlyList<PageBlock> Blocks => _blocks;

    /// <summary>Whether elements were nested too deeply to be read.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>Renders an element.</summary>
    public static PageText Render(IElement root)
    {
        var page = new PageText();
        page.Walk(root, root, isLink: false, depth: 0);
        page.EndBlock(root);
        return page;
    }

    private void Walk(INode node, IElement block, bool isLink, int depth)
    {
        if (depth > MaxDepth)
        {
            IsTooDeep = true;
            return;
        }

        foreach (INode child in node.ChildNodes)
        {
            if (child is IText text) Append(text.Data, isLink);
            else if (child is IElement element) WalkElement(element, block, isLink, depth);
        }
    }

    private void WalkElement(IElement element, IElement block, bool isLink, int depth)
    {
        if (element.LocalName == "br")
        {
            if (++_breaks >= 2) EndBlock(block);
            else _text.Append('\n');
            return;
        }

        if (ElementKinds.IsInvisible(element)) return;
        bool isInLink = isLink || element.LocalName == "a";
        if (!ElementKinds.IsBlock(element))
        {
            Walk(element, block, isInLink, depth + 1);
            return;
        }

        EndBlock(block);
        Walk(element, element, isInLink, depth + 1);
        EndBlock(element);
    }

    private void Append(string data, bool isLink)
    {
        foreach (char c in data)
        {
            if (char.IsWhiteSpace(c))
            {
                if (_text.Length > _start && !char.IsWhiteSpace(_text[^1])) _text.Append(' ');
                continue;
            }

            _text.Append(c);
            _breaks = 0;
            _letters++;
            if (isLink) _linkLetters++;
        }
    }

    private void EndBlock(IElement element)
    {
        _breaks = 0;
        while (_text.Length > _start && char.IsWhiteSpace(_text[^1])) _text.Length--;
        int start = _start;
        while (start < _text.Length && char.IsWhiteSpace(_text[start])) start++;
        if (start < _text.Length)
        {
            _blocks.Add(new PageBlock(new TextRange(start, _text.Length), element, _letters, _linkLetters));
            _text.Append("\n\n");
        }

        _start = _text.Length;
        _letters = 0;
        _linkLetters = 0;
    }
}
