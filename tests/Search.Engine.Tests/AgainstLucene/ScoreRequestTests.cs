using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>Function scores, covering queries, columns and joins, on indexes of both writers.</summary>
public sealed class ScoreRequestTests
{
    private const int OfEachGroup = 400;

    [OracleFact]
    public void Scores_by_functions_and_columns_are_Lucenes() =>
        RequestComparison.AssertSame(LuceneIndex.Blocks.Value.Folder, [.. new ScoreRequests(Sample, seed: 11).Take(OfEachGroup)]);

    [OracleFact]
    public void Parents_and_children_are_Lucenes() =>
        RequestComparison.AssertSame(LuceneIndex.Blocks.Value.Folder, [.. new JoinRequests(Sample, seed: 12, JoinRequests.LastOfBlock).Take(OfEachGroup)]);

    [OracleFact]
    public void Blocks_that_we_wrote_answer_alike()
    {
        using var folder = new TemporaryFolder();
        string index = folder.File("index");
        string paragraphs = GeneratedCorpus.Paragraphs(6000);
        new ParagraphIndexer { Segments = 3, Deletes = 300, Extras = true, Parents = true }.Index(paragraphs, index);
        TextSample sample = TextSample.Of(paragraphs);
        RequestComparison.AssertSame(index,
        [
            .. new ScoreRequests(sample, seed: 13).Take(OfEachGroup / 2),
            .. new JoinRequests(sample, seed: 14, JoinRequests.LastOfBlock).Take(OfEachGroup / 2),
            .. new JoinRequests(sample, seed: 15, JoinRequests.FirstParagraphs).Take(OfEachGroup / 4),
        ]);
    }

    private static TextSample Sample => TextSample.Of(LargeCorpus.Path);
}
