namespace Search.Engine.Analysis;

/// <summary>English text that is searched by stem and by wording: standard tokens without possessive, lower-cased, accents folded, then <see cref="ExactAndStemFilter"/>.</summary>
/// <remarks>No word is dropped, so that a phrase of stop words can be found. Shareable between threads.</remarks>
/// <param name="mode">Which forms of a word to yield; an index needs both.</param>
/// <param name="positionIncrementGap">Positions left free between two values of a field.</param>
public sealed class ExactAndStemAnalyzer(ExactAndStemMode mode = ExactAndStemMode.Both, int positionIncrementGap = 0) : Analyzer
{
    /// <inheritdoc/>
    public override int PositionIncrementGap(string field) => positionIncrementGap;

    /// <summary>Lower-cases and folds; in the exact mode the marker of exact forms comes first, so that prefixes and wildcards find these.</summary>
    public override string Normalize(string field, string text)
    {
        string folded = AsciiFolding.Fold(LowerCase.Of(text));
        return mode == ExactAndStemMode.ExactOnly ? ExactAndStemFilter.ExactMarker + folded : folded;
    }

    /// <inheritdoc/>
    protected override AnalysisChain CreateChain()
    {
        var tokenizer = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer));
        return new AnalysisChain(tokenizer, new ExactAndStemFilter(new AsciiFoldingFilter(words), mode));
    }
}
