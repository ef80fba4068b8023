namespace Search.Engine.Analysis;

/// <summary>The whole text as one token, unchanged.</summary>
/// <remarks>Source: search semantics notes, section 1.4. Shareable between threads.</remarks>
public sealed class KeywordAnalyzer : Analyzer
{
    /// <inheritdoc/>
    protected override AnalysisChain CreateChain()
    {
        var tokenizer = new KeywordTokenizer();
        return new AnalysisChain(tokenizer, tokenizer);
    }
}
