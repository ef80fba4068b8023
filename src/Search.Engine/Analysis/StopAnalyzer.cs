namespace Search.Engine.Analysis;

/// <summary>Runs of letters, lower-cased, without stop words.</summary>
/// <remarks>Source: search semantics notes, section 1.4. Shareable between threads.</remarks>
public sealed class StopAnalyzer(WordSet stopWords) : Analyzer
{
    /// <inheritdoc/>
    public override string Normalize(string field, string text) => LowerCase.Of(text);

    /// <inheritdoc/>
    protected override AnalysisChain CreateChain()
    {
        var tokenizer = new LetterTokenizer();
        return new AnalysisChain(tokenizer, new StopFilter(new LowerCaseFilter(tokenizer), stopWords));
    }
}
