namespace Search.Engine.Tests.AgainstLucene;

public sealed class ManySegmentsTests(ManySegments index) : WrittenIndexTests(index, 10..100), IClassFixture<ManySegments>
{
    [OracleFact]
    public void What_is_left_after_deletes_and_updates_is_what_Lucene_leaves() => Assert.Equal(
        IndexContent.WithoutPointCounts(LuceneIndex.Many.Value.Dump), IndexContent.WithoutPointCounts(Oracle.Lines("dump", index.Changed, "--by-id")));
}
