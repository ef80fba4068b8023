using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Search.Articles.Cleaning;
using Search.Articles.Paragraphs;
using Search.Articles.Reading.Headers;

namespace Search.Articles.Reading.Html;

/// <summary>Reads a web page: its text as blocks, those of the article left to be judged, the others decided as furniture.</summary>
internal static partial class PageReader
{
    private const int HeadBytes = 4096;
    private const int MaxDepth = 2_000;
    private const string TooDeep = "elements nested too deeply left out";

    /// <summary>Reads a page from its bytes.</summary>
    public static RawArticle Read(string id, string path, byte[] content) =>
        Read(id, path, TextDecoder.Decode(content, DeclaredEncoding(content)));

    /// <summary>Reads a page that was decoded.</summary>
    public static RawArticle Read(string id, string path, DecodedText decoded)
    {
        string html = HtmlDepth.Cut(decoded.Text, MaxDepth);
        IHtmlDocument document = new HtmlParser().ParseDocument(html);
        KnownHeader known = PageMetadata.Read(document);
        PageText page = PageText.Render(document.Body ?? document.DocumentElement);
        var repairs = new List<string>(decoded.Repairs);
        if (page.IsTooDeep || html.Length < decoded.Text.Length) repairs.Add(TooDeep);

        string text = page.Text;
        return new RawArticle
        {
            Id = id,
            Path = path,
            Source = text,
            Known = known,
            Blocks = Judge(document, page, text, known.Headline),
            Repairs = repairs,
        };
    }

    /// <summary>Reads the text of an article that has tags in it: there is no page around it to be told apart.</summary>
    public static RawArticle ReadFragment(string id, string path, DecodedText decoded, KnownHeader known)
    {
        string html = HtmlDepth.Cut(decoded.Text, MaxDepth);
        IHtmlDocument document = new HtmlParser().ParseDocument(html);
        PageText page = PageText.Render(document.Body ?? document.DocumentElement);
        return new RawArticle
        {
            Id = id,
            Path = path,
            Source = page.Text,
            Known = known,
            Blocks = [.. page.Blocks.Select(part => new TextBlock([part.Range], HintOf(part.Element)) { BlankBefore = true, LinkDensity = part.LinkDensity })],
            IsBodyOnly = known.Headline is not null,
            Repairs = page.IsTooDeep || html.Length < decoded.Text.Length ? [.. decoded.Repairs, TooDeep] : decoded.Repairs,
        };
    }

    private static List<TextBlock> Judge(IDocument document, PageText page, string text, string? headline)
    {
        MainContent main = MainContent.Locate(document, page);
        var blocks = new List<TextBlock>(page.Blocks.Count);
        var hasHeadline = false;
        foreach (PageBlock part in page.Blocks)
        {
            var block = new TextBlock([part.Range], HintOf(part.Element)) { BlankBefore = true, LinkDensity = part.LinkDensity };
            blocks.Add(block);
            if (!hasHeadline && headline is not null && part.Element.LocalName is "h1" or "h2" && Headlines.IsVariant(block.Text(text), headline!))
                hasHeadline = true; // left open wherever it stands: the header takes it
            else if (main.ReasonAgainst(part, text) is { } reason)
                block.Discard(reason);
        }

        return blocks;
    }

    private static BlockHint HintOf(IElement element)
    {
        if (ElementKinds.IsHeading(element)) return BlockHint.Heading;
        if (element.LocalName is "td" or "th" or "tr") return BlockHint.TableRow;
        IElement? at = element;
        for (var level = 0; level < 3 && at is not null; level++, at = at.ParentElement)
        {
            if (ClassNames.IsCaption(at)) return BlockHint.Caption;
        }

        return element.LocalName is "li" or "dd" or "dt" || element.ParentElement?.LocalName == "li" ? BlockHint.ListItem : BlockHint.None;
    }

    // <meta charset=…>, <meta http-equiv … charset=…> or <?xml encoding=…?> in the first bytes.
    private static string? DeclaredEncoding(ReadOnlySpan<byte> content)
    {
        string head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, HeadBytes)]);
        return Charset().Match(head) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex("""(charset|encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.TimeoutMs)]
    private static partial Regex Charset();
}
