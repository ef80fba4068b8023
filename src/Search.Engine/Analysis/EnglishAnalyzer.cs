namespace Search.Engine.Analysis;

/// <summary>English text: standard tokens without possessive, lower-cased, without stop words, stemmed by Porter's algorithm.</summary>
/// <remarks>Source: search semantics notes, section 1.4. Shareable between threads.</remarks>
/// <param name="stopWords">What to drop; <see cref="WordSet.EnglishStopWords"/> unless given.</param>
/// <param name="stemExclusions">Words that are not stemmed.</param>
public sealed class EnglishAnalyzer(WordSet? stopWords = null, WordSet? stemExclusions = null) : Analyzer
{
    /// <inheritdoc/>
    public override string Normalize(string field, string text) => LowerCase.Of(text);

    /// <inheritdoc/>
    protected override AnalysisChain CreateChain()
    {
        var tokenizer = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer));
        words = new StopFilter(words, stopWords ?? WordSet.EnglishStopWords);
        if (stemExclusions is not null)
            words = new KeywordMarkerFilter(words, stemExclusions);
        return new AnalysisChain(tokenizer, new PorterStemFilter(words));
    }
}
