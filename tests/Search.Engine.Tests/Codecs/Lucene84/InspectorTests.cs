using Search.Engine.Codecs;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene84;

public sealed class InspectorTests
{
    [PythonFact]
    public void An_independent_reader_finds_random_indexes_exactly_right()
    {
        using var folder = new TemporaryFolder();
        PostingsModel random = new RandomPostings(31).EveryKind(1500, 300);
        var model = new PostingsModel { MaxDoc = random.MaxDoc };
        foreach (FieldModel field in random.Fields)
            model.Fields.Add(WithAttributes(field));
        AssertSound(model, folder.Path);
    }

    [PythonFact]
    public void An_independent_reader_finds_four_levels_of_skip_data_exactly_right()
    {
        const int MaxDoc = 80_000;
        using var folder = new TemporaryFolder();
        var random = new RandomPostings(32);
        var model = new PostingsModel { MaxDoc = MaxDoc };
        foreach ((IndexOptions options, int docFreq) in new[] { (IndexOptions.DocsAndFreqs, 8 * 8 * 8 * 128 + 1), (IndexOptions.DocsFreqsPositionsAndOffsets, 8 * 8 * 128 + 1) })
        {
            var info = new FieldInfo { Name = $"f{docFreq}", Number = docFreq, IndexOptions = options, OmitsNorms = true };
            model.Fields.Add(WithAttributes(new FieldModel(info, [random.Term(info, [1], MaxDoc, docFreq), random.Term(info, [2], MaxDoc, docFreq - 1)])));
        }
        model.Fields.Sort((left, right) => string.CompareOrdinal(left.Info.Name, right.Info.Name));
        AssertSound(model, folder.Path);
    }

    private static FieldModel WithAttributes(FieldModel field) =>
        new(Lucene87Codec.WithAttributes(field.Info with { OmitsNorms = true }, hasTerms: true), field.Terms);

    private static void AssertSound(PostingsModel model, string folder)
    {
        using (WrittenPostings written = model.Write(MappedDirectory.Open(folder)))
            Inspector.Commit(written);
        Inspector.AssertSound(folder);
    }
}
