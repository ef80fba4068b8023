using Search.Soak.Twins;

namespace Search.Engine.Tests.Soak;

public sealed class TwinsTests
{
    private const int Paragraphs = 6_000;
    private const int Requests = 300;

    [PythonFact]
    public void Pruning_and_vectors_find_what_the_plain_definition_finds() =>
        Assert.StartsWith($"{Requests}", TwinsSuite.Run(GeneratedCorpus.Paragraphs(Paragraphs), Requests, seed: 11), StringComparison.Ordinal);
}
