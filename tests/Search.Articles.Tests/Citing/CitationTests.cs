using System.Text.Json;
using Search.Articles.Citing;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Citing;

/// <summary>What the formats look like, to the letter.</summary>
public sealed class CitationTests
{
    private const string Quote = "The 5% rise, \"unseen\", cost {everyone} $1 & more.";
    private const string Permalink = "https://news.example/a/003_e0/a84q";
    private const string Original =
        "https://daily.example/x?a=1#top:~:text=The%205%25%20rise%2C%20%22unseen%22%2C%20cost%20%7Beveryone%7D%20%241%20%26%20more.";

    private static readonly ArticleHeader Full = new()
    {
        Id = "003_e0",
        Headline = "Why_prices [rise]",
        Title = "Why_prices [rise]",
        Outlet = "The Daily & Co",
        Authors = ["Anna Smith", "Ben and Sons"],
        Published = new DateTimeOffset(2023, 9, 18, 12, 30, 0, TimeSpan.Zero),
        Url = "https://daily.example/x?a=1#top",
        Path = "003.txt",
        ParagraphCount = 1,
    };

    private static readonly ArticleHeader Bare = new() { Id = "b", Title = "The beginning?", Url = "javascript:alert(1)", Path = "b.txt", ParagraphCount = 1 };

    [Fact]
    public void Plain_is_sentences_with_both_addresses()
    {
        Assert.Equal(
            $"Anna Smith, Ben and Sons. “Why_prices [rise].” The Daily & Co, 18 September 2023. “{Quote}” {Permalink} (original: {Original})\n",
            Citation.Format(CitationFormat.Plain, Full, Quote, Permalink));
        Assert.Equal($"“The beginning?” “Short.” {Permalink}\n", Citation.Format(CitationFormat.Plain, Bare, " Short.\n", Permalink));
    }

    [Fact]
    public void Markdown_is_a_block_quotation_and_links()
    {
        Assert.Equal(
            $"> The 5% rise, \"unseen\", cost {{everyone}} \\$1 \\& more.\n\n— Anna Smith, Ben and Sons, [Why\\_prices \\[rise\\]]({Permalink}), "
                + $"*The Daily \\& Co*, 18 September 2023 ([original]({Original}))\n",
            Citation.Format(CitationFormat.Markdown, Full, Quote, Permalink));
        Assert.Equal($"> \\# 1\n\n— [The beginning?]({Permalink})\n", Citation.Format(CitationFormat.Markdown, Bare, "# 1", Permalink));
        Assert.StartsWith("> 1\\. a\n", Citation.Format(CitationFormat.Markdown, Bare, "1. a", Permalink), StringComparison.Ordinal);
    }

    [Fact]
    public void Ris_is_a_tag_a_line()
    {
        Assert.Equal(
            string.Join(
                "\r\n", "TY  - NEWS", "ID  - 003_e0-a84q", "TI  - Why_prices [rise]", "AU  - Anna Smith", "AU  - Ben and Sons", "T2  - The Daily & Co", "PY  - 2023",
                "DA  - 2023/09/18/", $"AB  - {Quote}", $"UR  - {Original}", $"LK  - {Permalink}", "ER  - ", ""),
            Citation.Format(CitationFormat.Ris, Full, Quote, Permalink));
        Assert.Equal(
            string.Join("\r\n", "TY  - ELEC", "ID  - 003_e0-a84q", "TI  - The beginning?", "AB  - one ER - two", $"UR  - {Permalink}", "ER  - ", ""),
            Citation.Format(CitationFormat.Ris, Bare, "one\r\nER  - \r\ntwo", Permalink));
    }

    [Fact]
    public void BibTeX_is_an_entry_with_escaped_texts()
    {
        Assert.Equal(
            $$$"""
            @article{003_e0-a84q,
              author = {Anna Smith and {Ben and Sons}},
              title = {{Why\_prices [rise]}},
              journal = {The Daily \& Co},
              year = {2023},
              month = sep,
              date = {2023-09-18},
              abstract = {The 5\% rise, \textquotedbl{}unseen\textquotedbl{}, cost \textbraceleft{}everyone\textbraceright{} \$1 \& more.},
              url = {{{{Original}}}},
              note = {Found at \url{{{{Permalink}}}}}
            }

            """,
            Citation.Format(CitationFormat.BibTeX, Full, Quote, Permalink));
        Assert.Equal(
            $$$"""
            @misc{003_e0-a84q,
              title = {{The beginning?}},
              abstract = {a\textbackslash{}b\textasciicircum{}\textasciitilde{}\#},
              url = {{{{Permalink}}}}
            }

            """,
            Citation.Format(CitationFormat.BibTeX, Bare, "a\\b^~#", Permalink));
    }

    [Fact]
    public void Csl_json_is_an_array_with_one_item()
    {
        using var document = JsonDocument.Parse(Citation.Format(CitationFormat.CslJson, Full, Quote, Permalink));
        using var expected = JsonDocument.Parse($$"""
            [{
              "id": "003_e0-a84q", "type": "article-newspaper", "title": "Why_prices [rise]",
              "author": [{ "literal": "Anna Smith" }, { "literal": "Ben and Sons" }], "container-title": "The Daily & Co",
              "issued": { "date-parts": [[2023, 9, 18]] }, "abstract": {{JsonSerializer.Serialize(Quote)}},
              "URL": "{{Original}}", "note": "{{Permalink}}"
            }]
            """);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, document.RootElement), document.RootElement.GetRawText());
        using var bare = JsonDocument.Parse(Citation.Format(CitationFormat.CslJson, Bare, "x", Permalink));
        Assert.Equal(["id", "type", "title", "abstract", "URL"], bare.RootElement[0].EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void Every_format_has_a_name_and_an_extension_that_it_is_read_from()
    {
        CitationFormat[] all = Enum.GetValues<CitationFormat>();
        Assert.Equal(all, CitationFormats.Names.Select(Parse));
        Assert.Equal(all, all.Select(format => Parse(format.Extension())));
        Assert.False(CitationFormats.TryParse("0", out _));
        Assert.False(CitationFormats.TryParse(null, out _));

        static CitationFormat Parse(string name) => CitationFormats.TryParse(name.ToUpperInvariant(), out CitationFormat format) ? format : (CitationFormat)(-1);
    }
}
