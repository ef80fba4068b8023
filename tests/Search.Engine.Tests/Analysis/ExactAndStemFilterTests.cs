using Search.Engine.Analysis;

namespace Search.Engine.Tests.Analysis;

public sealed class ExactAndStemFilterTests
{
    [Theory]
    [InlineData(ExactAndStemMode.Both, "!running@0 run@0 the@1 !the@1")]
    [InlineData(ExactAndStemMode.StemOnly, "run@0 the@1")]
    [InlineData(ExactAndStemMode.ExactOnly, "!running@0 !the@1")]
    public void Each_form_of_a_word_is_at_the_words_position(ExactAndStemMode mode, string expected)
    {
        string tokens = TokenText.Positions(new ExactAndStemAnalyzer(mode), "Running the")
            .Replace(ExactAndStemFilter.ExactMarker, '!');
        Assert.Equal(Sorted(expected), Sorted(tokens));
    }

    [Fact]
    public void Both_forms_have_the_offsets_of_the_word()
    {
        List<TokenText.Spelled> tokens = TokenText.All(new ExactAndStemAnalyzer().Open("f", "the dog's Cafés"));
        Assert.Equal(["cafés".Length, 2], [tokens[^2].End - tokens[^2].Start, tokens.Count(token => token is { Start: 10, End: 15 })]);
        Assert.Equal(["dog", "dog"], tokens.Where(token => token.Start == 4).Select(token => token.Text.TrimStart(ExactAndStemFilter.ExactMarker)));
    }

    [Fact]
    public void The_stem_of_a_keyword_is_the_word()
    {
        var analyzer = new ChainAnalyzer(
            () => new WhitespaceTokenizer(),
            stream => new ExactAndStemFilter(new KeywordMarkerFilter(stream, new WordSet(["kings"])), ExactAndStemMode.StemOnly));
        Assert.Equal("kings@0 queen@1", TokenText.Positions(analyzer, "kings queens"));
    }

    [Fact]
    public void Accents_fold_in_both_forms() =>
        Assert.Equal("\uE000cafes@0 cafe@0", TokenText.Positions(new ExactAndStemAnalyzer(), "Cafés"));

    [Theory]
    [InlineData(ExactAndStemMode.Both, "cafes")]
    [InlineData(ExactAndStemMode.StemOnly, "cafes")]
    [InlineData(ExactAndStemMode.ExactOnly, "\uE000cafes")]
    public void Prefixes_are_normalized_to_the_forms_that_the_mode_yields(ExactAndStemMode mode, string expected) =>
        Assert.Equal(expected, new ExactAndStemAnalyzer(mode).Normalize("f", "Cafés"));

    [Fact]
    public void A_marker_in_the_text_does_not_reach_the_tokens() =>
        Assert.Equal("foo@0", TokenText.Positions(new ExactAndStemAnalyzer(ExactAndStemMode.StemOnly), "\uE000foo"));

    private static string[] Sorted(string tokens) => [.. tokens.Split(' ').Order(StringComparer.Ordinal)];
}
