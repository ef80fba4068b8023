namespace Search.Engine.Tests.AgainstLucene;

public sealed class OneSegmentTests(OneSegment index) : WrittenIndexTests(index, 1..1), IClassFixture<OneSegment>
{
    [OracleFact]
    public void Terms_postings_columns_and_stored_fields_are_those_that_Lucene_writes() =>
        Assert.Equal(IndexContent.Of(LuceneIndex.One.Value.Dump), IndexContent.Of(Oracle.Lines("dump", index.Fresh, "--by-id")));
}
