using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene60;
using Search.Engine.Codecs.Lucene80;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene84;

/// <summary>The only segment of an index that Lucene wrote.</summary>
internal sealed class LuceneSegment : IDisposable
{
    private readonly MappedDirectory _directory;

    public LuceneSegment(string folder)
    {
        Folder = folder;
        _directory = MappedDirectory.Open(folder);
        SegmentInfo segment = Assert.Single(CommitPoint.ReadLatest(_directory).Segments).Segment;
        State = new SegmentReadState(_directory, segment, Lucene60FieldInfosFormat.Read(_directory, segment));
        Reader = Lucene84FieldsReader.Open(State);
        Norms = Lucene80NormsReader.Open(State);
    }

    public string Folder { get; }

    public SegmentReadState State { get; }

    public Lucene84FieldsReader Reader { get; }

    public Lucene80NormsReader Norms { get; }

    public IEnumerable<FieldInfo> FieldsWithTerms =>
        State.Fields.Where(info => Reader.Terms(info.Name) is not null).OrderBy(info => info.Name, StringComparer.Ordinal);

    /// <summary>The norms of a field by document; null when it has none.</summary>
    public long[]? NormsOf(FieldInfo field)
    {
        if (!field.HasNorms || Norms.Norms(field) is not { } cursor)
            return null;
        var norms = new long[State.Segment.MaxDoc];
        Array.Fill(norms, 1);
        for (int docId = cursor.NextDoc(); docId != DocIdCursor.NoMoreDocs; docId = cursor.NextDoc())
            norms[docId] = cursor.Value;
        return norms;
    }

    /// <summary>Copies the index with the inverted index written anew by our writer.</summary>
    public void Rewrite(string target)
    {
        foreach (string file in Directory.EnumerateFiles(Folder).Where(file => !file.Contains("_Lucene84_", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        using var directory = MappedDirectory.Open(target);
        using Lucene84FieldsWriter writer = Lucene84FieldsWriter.Create(new SegmentWriteState(directory, State.Segment, State.Fields));
        foreach (FieldInfo field in FieldsWithTerms)
        {
            long[]? norms = NormsOf(field);
            writer.StartField(field, norms is null ? null : new NormFormula(docId => norms[docId]));
            Copy(field, Reader.Terms(field.Name)!, writer);
            writer.FinishField();
        }
        writer.Finish();
    }

    public void Dispose()
    {
        Norms.Dispose();
        Reader.Dispose();
        _directory.Dispose();
    }

    private static void Copy(FieldInfo field, Terms terms, Lucene84FieldsWriter writer)
    {
        TermsEnum cursor = terms.Enumerate();
        PostingsEnum? postings = null;
        while (cursor.Next())
        {
            writer.StartTerm(cursor.Term);
            postings = terms.Postings(cursor.State, PostingsDetail.Everything, postings);
            while (postings.NextDoc() != DocIdCursor.NoMoreDocs)
            {
                writer.StartDocument(postings.DocId, postings.Freq);
                for (int i = field.HasPositions ? postings.Freq : 0; i > 0; i--)
                    writer.AddPosition(postings.NextPosition(), postings.StartOffset, postings.EndOffset, postings.Payload);
                writer.FinishDocument();
            }
            writer.FinishTerm();
        }
    }
}
