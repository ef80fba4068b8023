using Search.Engine.Codecs;
using Search.Engine.Codecs.BlockTree;
using Search.Engine.Codecs.Lucene80;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Merging;

/// <summary>Merges terms and postings: dictionaries are zipped, the documents of a term come segment after segment.</summary>
/// <remarks>Positions, offsets and payloads are copied in runs of documents; nothing is allocated for a posting.</remarks>
internal static class PostingsMerger
{
    /// <summary>Writes the postings; the new segment's norms are written already.</summary>
    public static void Write(MergeState state)
    {
        FieldInfo[] fields = [.. state.Output.Fields
            .Where(field => state.Sources.Any(source => source.Reader.Terms(field.Name) is not null))
            .OrderBy(field => field.Name, StringComparer.Ordinal)];
        if (fields.Length == 0)
            return;
        SegmentWriteState output = state.Output;
        using Lucene80NormsReader? norms = output.Fields.HaveNorms
            ? Lucene80NormsReader.Open(new SegmentReadState(output.Directory, output.Segment, output.Fields))
            : null;
        using Lucene84FieldsWriter writer = Lucene84FieldsWriter.Create(output);
        foreach (FieldInfo field in fields)
        {
            writer.StartField(field, field.HasNorms ? new MergedNorms(norms!, field) : null);
            WriteTerms(state, writer, field.Name);
            writer.FinishField();
        }
        writer.Finish();
    }

    private static void WriteTerms(MergeState state, Lucene84FieldsWriter writer, string field)
    {
        List<EnumeratedTerms> sources = [];
        for (var i = 0; i < state.Sources.Length; i++)
        {
            if (state.Sources[i].Reader.Terms(field) is BlockTreeTerms terms)
                sources.Add(new EnumeratedTerms(terms, i));
        }
        var merge = new TermsMerge<EnumeratedTerms>([.. sources]);
        for (var steps = 0; merge.Next(); steps++)
        {
            if (steps % MergeState.StepsBetweenLooks == 0)
                state.Abort.ThrowIfCancellationRequested();
            writer.StartTerm(merge.Term);
            foreach (int index in merge.Matching)
            {
                EnumeratedTerms terms = merge[index];
                writer.Copy(terms.StartPostings(), state.Sources[terms.Source].Map);
            }
            writer.FinishTerm();
        }
    }
}
