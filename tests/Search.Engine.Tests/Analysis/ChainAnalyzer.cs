using Search.Engine.Analysis;

namespace Search.Engine.Tests.Analysis;

/// <summary>An analyzer made of a tokenizer and filters that a test names; texts are not normalised.</summary>
internal sealed class ChainAnalyzer(Func<Tokenizer> tokenizer, Func<TokenStream, TokenStream>? filters = null) : Analyzer
{
    protected override AnalysisChain CreateChain()
    {
        Tokenizer source = tokenizer();
        return new AnalysisChain(source, filters is null ? source : filters(source));
    }
}
