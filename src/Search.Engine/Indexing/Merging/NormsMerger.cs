using Search.Engine.Codecs.Lucene80;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Merging;

/// <summary>Merges norms.</summary>
internal static class NormsMerger
{
    public static void Write(MergeState state)
    {
        if (!state.Output.Fields.HaveNorms)
            return;
        using Lucene80NormsWriter writer = Lucene80NormsWriter.Create(state.Output);
        foreach (FieldInfo field in state.Output.Fields)
        {
            if (field.HasNorms)
                writer.AddField(field, () => new MergedNumericValues(new(state, reader => reader.Norms(field.Name))));
        }
        writer.Finish();
    }
}
