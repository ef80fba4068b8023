using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;
using Search.Engine.Indexing.Buffering;

namespace Search.Engine.Indexing.Flushing;

/// <summary>Hands buffered terms, in order, and their postings to the codec.</summary>
internal static class PostingsFlusher
{
    private const int EntriesAhead = 16;
    private const int PostingsAhead = 8;

    /// <summary>Writes the fields that have terms; without any there are no postings files.</summary>
    /// <param name="fields">Ascending by name.</param>
    public static void Write(SegmentWriteState state, FieldBuffer[] fields)
    {
        if (!Array.Exists(fields, HasTerms))
            return;
        using Lucene84FieldsWriter writer = Lucene84FieldsWriter.Create(state);
        foreach (FieldBuffer field in fields)
        {
            if (!HasTerms(field))
                continue;
            writer.StartField(state.Fields.Find(field.Name)!, field.Norms);
            WriteTerms(writer, field.Postings!);
            writer.FinishField();
        }
        writer.Finish();
    }

    private static bool HasTerms(FieldBuffer field) => field.Postings is { TermCount: > 0 };

    private static void WriteTerms(Lucene84FieldsWriter writer, PostingsBuffer terms)
    {
        int[] ids = terms.SortedTermIds();
        for (var i = 0; i < ids.Length; i++)
        {
            // In the order of the terms each lies somewhere else in memory.
            if (i + EntriesAhead < ids.Length)
                terms.PrefetchEntry(ids[i + EntriesAhead]);
            if (i + PostingsAhead < ids.Length)
                terms.PrefetchPostings(ids[i + PostingsAhead]);
            writer.StartTerm(terms.Term(ids[i]));
            WriteDocuments(writer, terms.Options, terms.Postings(ids[i]));
            writer.FinishTerm();
        }
    }

    private static void WriteDocuments(Lucene84FieldsWriter writer, IndexOptions options, BufferedPostings postings)
    {
        bool hasPositions = options >= IndexOptions.DocsFreqsAndPositions;
        bool hasOffsets = options >= IndexOptions.DocsFreqsPositionsAndOffsets;
        while (postings.NextDoc())
        {
            writer.StartDocument(postings.DocId, postings.Freq);
            for (var i = 0; hasPositions && i < postings.Freq; i++)
            {
                postings.NextPosition();
                if (hasOffsets)
                    writer.AddPosition(postings.Position, postings.StartOffset, postings.EndOffset, payload: []);
                else
                    writer.AddPosition(postings.Position, -1, -1, payload: []);
            }
            writer.FinishDocument();
        }
    }
}
