namespace Search.Engine.Analysis;

/// <summary>Text of any language: standard tokens, lower-cased, without stop words if a set of them is given.</summary>
/// <remarks>Source: search semantics notes, section 1.4. Shareable between threads.</remarks>
public sealed class StandardAnalyzer(WordSet? stopWords = null, int maxTokenLength = StandardTokenizer.DefaultMaxTokenLength) : Analyzer
{
    /// <inheritdoc/>
    public override string Normalize(string field, string text) => LowerCase.Of(text);

    /// <inheritdoc/>
    protected override AnalysisChain CreateChain()
    {
        var tokenizer = new StandardTokenizer(maxTokenLength);
        TokenStream stream = new LowerCaseFilter(tokenizer);
        return new AnalysisChain(tokenizer, stopWords is null ? stream : new StopFilter(stream, stopWords));
    }
}
