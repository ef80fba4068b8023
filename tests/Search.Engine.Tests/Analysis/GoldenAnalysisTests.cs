using Search.Engine.Analysis;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Analysis;

public sealed class GoldenAnalysisTests
{
    private static readonly WordSet Excluded = new(["running", "skies", "universities"]);
    private static readonly WordSet TheAndOf = new(["The", "of"], ignoreCase: true);

    private static readonly Dictionary<string, Analyzer> Analyzers = new()
    {
        ["standard_tokenizer"] = Chain(),
        ["standard"] = new StandardAnalyzer(),
        ["english"] = new EnglishAnalyzer(),
        ["folding"] = Chain(stream => new AsciiFoldingFilter(new LowerCaseFilter(stream))),
        ["whitespace"] = new WhitespaceAnalyzer(),
        ["keyword"] = new KeywordAnalyzer(),
        ["simple"] = new SimpleAnalyzer(),
        ["stop_default_english"] = new StopAnalyzer(WordSet.EnglishStopWords),
        ["english_excluding_running_skies_universities"] = new EnglishAnalyzer(stemExclusions: Excluded),
        ["standard_stop_The_of_ignorecase"] = new StandardAnalyzer(TheAndOf),
        ["standard_stop_english"] = new StandardAnalyzer(WordSet.EnglishStopWords),
        ["folding_preserve_original"] = Chain(stream => new AsciiFoldingFilter(new LowerCaseFilter(stream), preserveOriginal: true)),
        ["possessive_only"] = Chain(stream => new EnglishPossessiveFilter(stream)),
    };

    [Theory]
    [InlineData("standard_tokenizer")]
    [InlineData("standard")]
    [InlineData("english")]
    [InlineData("folding")]
    public void Tokens_offsets_increments_and_end_state_are_Lucenes(string analyzer) => CheckColumn("analysis.json", analyzer);

    [Theory]
    [InlineData("whitespace")]
    [InlineData("keyword")]
    [InlineData("simple")]
    [InlineData("stop_default_english")]
    [InlineData("english_excluding_running_skies_universities")]
    [InlineData("standard_stop_The_of_ignorecase")]
    [InlineData("standard_stop_english")]
    [InlineData("folding_preserve_original")]
    [InlineData("possessive_only")]
    public void Other_analyzers_are_Lucenes(string analyzer) => CheckColumn("analysis-more.json", analyzer);

    [Fact]
    public void Every_column_of_the_golden_files_is_compared_but_kstem()
    {
        IEnumerable<string> columns = new[] { "analysis.json", "analysis-more.json" }
            .SelectMany(file => Golden.Rows(file)[0].EnumerateObject())
            .Select(property => property.Name)
            .Except(["text", "kstem"], StringComparer.Ordinal);
        Assert.Empty(columns.Except(Analyzers.Keys, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("standard_tokenizer")]
    [InlineData("standard")]
    [InlineData("english")]
    [InlineData("folding")]
    [InlineData("keyword")]
    [InlineData("simple")]
    public void Normalized_texts_are_Lucenes(string analyzer) => GoldenRows.Check(
        "analysis-normalize.json", analyzer, row => row.GetProperty("text").GetString()!, row =>
            Assert.Equal(row.GetProperty(analyzer).GetString(), Analyzers[analyzer].Normalize("f", row.GetProperty("text").GetString()!)));

    [Fact]
    public void Stop_words_are_Lucenes()
    {
        string[] words = [.. Golden.Rows("english-stop-words.json").Select(row => row.GetString()!)];
        Assert.Equal(words.Order(StringComparer.Ordinal), WordSet.EnglishStopWords.Words.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Kstem_rows_are_compared_once_there_is_a_kstem_filter() =>
        Assert.DoesNotContain(typeof(Analyzer).Assembly.GetTypes(), type => type.Name.StartsWith("KStem", StringComparison.OrdinalIgnoreCase));

    private static void CheckColumn(string file, string analyzer) => GoldenRows.Check(
        file, analyzer, row => Golden.Text(row.GetProperty("text")), row =>
        {
            string text = Golden.Text(row.GetProperty("text"));
            Assert.Equal(TokenText.Expected(row.GetProperty(analyzer)), TokenText.All(Analyzers[analyzer].Open("f", text)));
        });

    private static ChainAnalyzer Chain(Func<TokenStream, TokenStream>? filters = null) => new(() => new StandardTokenizer(), filters);
}
