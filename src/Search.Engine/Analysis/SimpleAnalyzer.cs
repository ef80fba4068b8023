namespace Search.Engine.Analysis;

/// <summary>Runs of letters, lower-cased.</summary>
/// <remarks>Source: search semantics notes, section 1.4. Shareable between threads.</remarks>
public sealed class SimpleAnalyzer : Analyzer
{
    /// <inheritdoc/>
    public override string Normalize(string field, string text) => LowerCase.Of(text);

    /// <inheritdoc/>
    protected override AnalysisChain CreateChain()
    {
        var tokenizer = new LetterTokenizer();
        return new AnalysisChain(tokenizer, new LowerCaseFilter(tokenizer));
    }
}
