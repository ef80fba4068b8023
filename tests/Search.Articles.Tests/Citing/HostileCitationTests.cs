using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Search.Articles.Citing;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Citing;

/// <summary>Random texts of everything that has a meaning in some format: each format still holds exactly one citation, with the texts in it.</summary>
public sealed partial class HostileCitationTests
{
    private const int Cases = 3000;
    private const string Permalink = "https://h.example/a/id/key";

    private static readonly string[] Pieces =
    [
        "word", " ", "\n", "\r\n", "ER  - ", "TY  - NEWS", "}", "{", "\\", "@misc{x,", "%", "$", "&", "#", "_", "~", "^", "\"", "'", "[", "]", "(", ")", "](http://evil)",
        "<script>", "&amp;", "*", "`", "> ", "# ", "1. ", "- ", "|", ",", "-", "é", "😀", "\u2028", "\u0085", "\0", "\ud800", " and ", "=", "!", ":~:text=", "</",
    ];

    [Fact]
    public void Ris_has_one_record_and_no_foreign_tag()
    {
        foreach ((ArticleHeader article, string quote) in RandomPassages())
        {
            string[] lines = Citation.Format(CitationFormat.Ris, article, quote, Permalink).Split("\r\n");
            Assert.All(lines[..^1], line => Assert.Matches("^(TY|ID|TI|AU|T2|PY|DA|AB|UR|LK|ER)  - [^\r\n\u0085\u2028]*$", line));
            Assert.Single(lines, line => line.StartsWith("TY", StringComparison.Ordinal));
            Assert.Equal(["ER  - ", ""], lines[^2..]);
            Assert.Contains($"AB  - {CitedPassage.OneLine(quote)}", lines);
        }
    }

    [Fact]
    public void BibTeX_has_one_entry_whose_braces_balance_and_whose_texts_read_back()
    {
        foreach ((ArticleHeader article, string quote) in RandomPassages())
        {
            string entry = Citation.Format(CitationFormat.BibTeX, article, quote, Permalink);
            int open = entry.IndexOf('{', StringComparison.Ordinal);
            int close = ClosingBrace(entry, open);
            Assert.Equal("}\n", entry[close..]);
            string text = Line(entry, "abstract");
            Assert.Equal(CitedPassage.OneLine(quote), Unescape(text));
            // In TeX these are never bare.
            Assert.DoesNotMatch(@"(?<!\\)[#$%&_]", text);
            Assert.DoesNotMatch("[~^]", text);
        }

        static int ClosingBrace(string entry, int open)
        {
            var depth = 0;
            for (int i = open; i < entry.Length; i++)
            {
                depth += entry[i] switch { '{' => 1, '}' => -1, _ => 0 };
                if (depth == 0)
                    return i;
            }
            return entry.Length;
        }

        static string Line(string entry, string name)
        {
            string line = entry.Split('\n').Single(line => line.StartsWith($"  {name} = {{", StringComparison.Ordinal));
            return line[(name.Length + 6)..^2];
        }

        static string Unescape(string text) => TexCommand().Replace(text, command => command.Value switch
        {
            "\\textbackslash{}" => "\\",
            "\\textbraceleft{}" => "{",
            "\\textbraceright{}" => "}",
            "\\textasciicircum{}" => "^",
            "\\textasciitilde{}" => "~",
            "\\textquotedbl{}" => "\"",
            string character => character[1..],
        });
    }

    [Fact]
    public void Markdown_has_no_mark_of_the_texts_own()
    {
        foreach ((ArticleHeader article, string quote) in RandomPassages())
        {
            string text = Citation.Format(CitationFormat.Markdown, article, quote, Permalink);
            Assert.Equal(4, text.Split('\n').Length);
            string shown = text.Split('\n')[0][2..];
            Assert.Equal(CitedPassage.OneLine(quote), MarkdownEscape().Replace(shown, "${mark}"));
            Assert.DoesNotMatch(@"(?<!\\)(\\\\)*[`*_\[\]<>&~|$]", shown);
            Assert.DoesNotMatch(@"^([#+\-=:]|[0-9]{1,9}[.)])", shown);
        }
    }

    [Fact]
    public void Csl_json_reads_back()
    {
        foreach ((ArticleHeader article, string quote) in RandomPassages())
        {
            string text = Citation.Format(CitationFormat.CslJson, article, quote, Permalink);
            using var document = JsonDocument.Parse(text);
            JsonElement item = Assert.Single(document.RootElement.EnumerateArray());
            Assert.Equal(CitedPassage.OneLine(quote), item.GetProperty("abstract").GetString());
            Assert.Equal(CitedPassage.OneLine(article.Title), item.GetProperty("title").GetString());
            Assert.DoesNotContain('<', text);
        }
    }

    [Fact]
    public void A_text_directive_has_at_most_one_comma_and_gives_the_ends_of_the_text()
    {
        foreach ((_, string quote) in RandomPassages())
        {
            string directive = TextFragment.Directive(quote);
            Assert.Matches("^([A-Za-z0-9._~]|%[0-9A-F]{2})*(,([A-Za-z0-9._~]|%[0-9A-F]{2})+)?$", directive);
            string[] parts = [.. directive.Split(',').Select(Uri.UnescapeDataString)];
            string line = CitedPassage.OneLine(quote);
            Assert.StartsWith(parts[0], line, StringComparison.Ordinal);
            Assert.EndsWith(parts[^1], line, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<(ArticleHeader Article, string Quote)> RandomPassages()
    {
        var random = new Random(20260);
        string Text(int longest)
        {
            var text = new StringBuilder();
            for (int count = random.Next(longest); count >= 0; count--)
                text.Append(Pieces[random.Next(Pieces.Length)]);
            return text.ToString();
        }
        for (var i = 0; i < Cases; i++)
        {
            string title = Text(6);
            yield return (
                new ArticleHeader
                {
                    Id = "id", Title = title, Headline = title, Outlet = random.Next(2) == 0 ? null : Text(4), Path = "p", ParagraphCount = 1,
                    Authors = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(4))],
                    Url = random.Next(2) == 0 ? null : $"https://o.example/{Text(5)}",
                    Published = random.Next(2) == 0 ? null : DateTimeOffset.UnixEpoch.AddDays(random.Next(30_000)),
                },
                Text(20));
        }
    }

    [GeneratedRegex(@"\\(?:text[a-z]+\{\}|.)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TexCommand();

    [GeneratedRegex(@"\\(?<mark>[!-/:-@\[-`{-~])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkdownEscape();
}
