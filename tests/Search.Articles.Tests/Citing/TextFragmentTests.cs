using Search.Articles.Citing;

namespace Search.Articles.Tests.Citing;

/// <summary>Addresses with text directives.</summary>
public sealed class TextFragmentTests
{
    [Theory]
    [InlineData("https://a.example/x", "https://a.example/x#:~:text=word")]
    [InlineData("https://a.example", "https://a.example/#:~:text=word")]
    [InlineData("http://a.example/x?y=1#part", "http://a.example/x?y=1#part:~:text=word")]
    [InlineData("https://a.example/x#", "https://a.example/x#:~:text=word")]
    [InlineData("https://a.example/x#:~:text=other&text=more", "https://a.example/x#:~:text=word")]
    [InlineData("https://a.example/x#part:~:text=other", "https://a.example/x#part:~:text=word")]
    public void A_directive_follows_the_address_and_its_fragment(string url, string expected) => Assert.Equal(expected, TextFragment.Link(url, "word"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/relative")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    public void What_is_no_address_on_the_web_has_no_link(string? url) => Assert.Null(TextFragment.Link(url, "word"));

    [Theory]
    [InlineData("well-known, a & b", "well%2Dknown%2C%20a%20%26%20b")]
    [InlineData("café “quoted”", "caf%C3%A9%20%E2%80%9Cquoted%E2%80%9D")]
    [InlineData("100% #1 +1", "100%25%20%231%20%2B1")]
    [InlineData("  two\n lines\t", "two%20lines")]
    [InlineData("", "")]
    public void Text_is_percent_encoded_with_dash_comma_and_ampersand(string quote, string expected) => Assert.Equal(expected, TextFragment.Directive(quote));

    [Fact]
    public void A_long_passage_is_given_by_its_ends() => Assert.Equal(
        "w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19",
        TextFragment.Directive(string.Join(' ', Enumerable.Range(0, 20).Select(number => $"w{number}"))));

    [Fact]
    public void Text_without_blanks_is_bounded_and_no_character_is_cut()
    {
        string text = Uri.UnescapeDataString(TextFragment.Directive("a" + string.Concat(Enumerable.Repeat("😀", 500))));
        Assert.InRange(text.Length, 100, 200);
        Assert.DoesNotContain('\uFFFD', text);
    }

    [Fact]
    public void A_selector_has_the_neighbours_ends_and_cuts_no_character()
    {
        string emoji = string.Concat(Enumerable.Repeat("😀", 40));
        var selector = TextQuoteSelector.Create("exact", emoji + "x", "y" + emoji);
        Assert.Equal("TextQuoteSelector", selector.Type);
        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 15)) + "x", selector.Prefix);
        Assert.Equal("y" + string.Concat(Enumerable.Repeat("😀", 15)), selector.Suffix);
        Assert.Equal(new TextQuoteSelector("exact", "", ""), TextQuoteSelector.Create("exact", null, null));
        Assert.Equal(new TextQuoteSelector("exact", "before", "after"), TextQuoteSelector.Create("exact", "before", "after"));
    }
}
