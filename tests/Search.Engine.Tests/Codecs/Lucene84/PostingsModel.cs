using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene84;

/// <summary>An inverted index as plain lists: what the files must give back.</summary>
internal sealed class PostingsModel
{
    public required int MaxDoc { get; init; }

    /// <summary>Fields in ordinal order of their names.</summary>
    public List<FieldModel> Fields { get; } = [];

    public FieldInfos Infos => new(Fields.Select(model => model.Info));

    /// <summary>Writes the model and opens what was written.</summary>
    public WrittenPostings Write(IndexDirectory? target = null)
    {
        IndexDirectory directory = target ?? new MemoryDirectory();
        var segment = new SegmentInfo { Name = "_0", Id = SegmentId.CreateRandom(), MaxDoc = MaxDoc };
        using (Lucene84FieldsWriter writer = Lucene84FieldsWriter.Create(new SegmentWriteState(directory, segment, Infos)))
        {
            foreach (FieldModel model in Fields)
                Write(writer, model);
            writer.Finish();
        }
        return new WrittenPostings(directory, segment, Infos);
    }

    private static void Write(Lucene84FieldsWriter writer, FieldModel model)
    {
        writer.StartField(model.Info, model.Norms);
        foreach (TermModel term in model.Terms)
        {
            writer.StartTerm(term.Bytes);
            foreach (DocModel doc in term.Docs)
            {
                writer.StartDocument(doc.DocId, model.Info.HasFreqs ? doc.Freq : 1);
                foreach (PositionModel at in model.Info.HasPositions ? doc.Positions : [])
                    writer.AddPosition(at.Position, at.Start, at.End, model.Info.HasPayloads ? at.Payload : []);
                writer.FinishDocument();
            }
            writer.FinishTerm();
        }
        writer.FinishField();
    }
}

internal sealed record FieldModel(FieldInfo Info, List<TermModel> Terms, INormLookup? Norms = null)
{
    public long SumDocFreq => Terms.Sum(term => (long)term.Docs.Count);

    public long SumTotalTermFreq => Info.HasFreqs ? Terms.Sum(term => term.TotalTermFreq) : SumDocFreq;

    public int DocCount => Terms.SelectMany(term => term.Docs).Select(doc => doc.DocId).Distinct().Count();
}

internal sealed record TermModel(byte[] Bytes, List<DocModel> Docs)
{
    public long TotalTermFreq => Docs.Sum(doc => (long)doc.Freq);
}

internal sealed record DocModel(int DocId, int Freq, PositionModel[] Positions);

internal readonly record struct PositionModel(int Position, int Start, int End, byte[] Payload);

/// <summary>Norms by a formula.</summary>
internal sealed class NormFormula(Func<int, long> norm) : INormLookup
{
    public void CopyNorms(ReadOnlySpan<int> docIds, Span<long> norms)
    {
        for (var i = 0; i < docIds.Length; i++)
            norms[i] = norm(docIds[i]);
    }
}

/// <summary>The files of one segment in memory.</summary>
internal sealed record WrittenPostings(IndexDirectory Directory, SegmentInfo Segment, FieldInfos Fields) : IDisposable
{
    public Lucene84FieldsReader Open() => Lucene84FieldsReader.Open(new SegmentReadState(Directory, Segment, Fields));

    public void Dispose() => Directory.Dispose();
}
