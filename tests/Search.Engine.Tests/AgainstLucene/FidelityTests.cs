using Search.Soak.Fidelity;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>The fidelity suite of the soak runs at reduced size.</summary>
public sealed class FidelityTests
{
    private const int Paragraphs = 6000;
    private const int Requests = 500;

    [OracleFact]
    public void Indexes_that_we_Lucene_and_both_in_turn_wrote_answer_alike() =>
        Assert.Empty(FidelitySuite.Compare(GeneratedCorpus.Paragraphs(Paragraphs), Requests, threads: 2, seed: 5, TextWriter.Null));
}
