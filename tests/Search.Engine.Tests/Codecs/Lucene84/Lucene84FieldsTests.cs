using Search.Engine.Codecs.Lucene84;

namespace Search.Engine.Tests.Codecs.Lucene84;

public sealed class Lucene84FieldsTests
{
    [Theory]
    [InlineData(1, 3, 5)]
    [InlineData(2, 1, 40)]
    [InlineData(3, 400, 700)]
    [InlineData(4, 3000, 300)]
    public void What_is_written_is_read_again(int seed, int maxDoc, int terms)
    {
        PostingsModel model = new RandomPostings(seed).EveryKind(maxDoc, terms);
        using WrittenPostings written = model.Write();
        using Lucene84FieldsReader reader = written.Open();
        reader.CheckIntegrity();
        Assert.All(model.Fields, field => PostingsAssert.Field(field, reader.Terms(field.Info.Name)!));
        Assert.Null(reader.Terms("missing"));
    }
}
