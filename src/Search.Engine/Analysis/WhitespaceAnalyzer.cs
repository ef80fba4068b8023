namespace Search.Engine.Analysis;

/// <summary>The text cut at white space, unchanged.</summary>
/// <remarks>Source: search semantics notes, section 1.4. Shareable between threads.</remarks>
public sealed class WhitespaceAnalyzer : Analyzer
{
    /// <inheritdoc/>
    protected override AnalysisChain CreateChain()
    {
        var tokenizer = new WhitespaceTokenizer();
        return new AnalysisChain(tokenizer, tokenizer);
    }
}
