using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene87;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing.Buffering;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Flushing;

/// <summary>A segment that is being written: its name, its id, and its stored fields, which go to disk as documents come.</summary>
/// <remarks>Stored text would be most of the buffer's memory otherwise. One thread at a time.</remarks>
internal sealed class SegmentDraft : IDisposable
{
    private readonly StoredFieldsWriter _storedFields;

    private SegmentDraft(SegmentWriteState state, StoredFieldsWriter storedFields)
    {
        State = state;
        _storedFields = storedFields;
    }

    /// <summary>Where the segment goes; fields and number of documents are filled in by the flush.</summary>
    public SegmentWriteState State { get; }

    /// <summary>Memory that stored values on their way to disk hold.</summary>
    public long BufferedBytes => _storedFields.BufferedBytes;

    /// <summary>Names of the files created so far, also by those who write on.</summary>
    public IReadOnlySet<string> CreatedFiles => State.CreatedFiles;

    /// <summary>Starts a segment under a name that was never used.</summary>
    public static SegmentDraft Create(IndexDirectory directory, string name)
    {
        var segment = new SegmentInfo
        {
            Name = name,
            Id = SegmentId.CreateRandom(),
            MaxDoc = 0,
            Attributes = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Lucene87Codec.StoredFieldsModeKey] = Lucene87Codec.BestSpeed,
            },
            Diagnostics = new Dictionary<string, string>(StringComparer.Ordinal) { ["source"] = "flush" },
        };
        var state = new SegmentWriteState(directory, segment, new FieldInfos([]));
        return new SegmentDraft(state, StoredFieldsWriter.Create(state));
    }

    /// <summary>Stores the values of the next document that ask for it.</summary>
    /// <param name="fields">The field of each value.</param>
    public void StoreDocument(Document document, List<FieldBuffer> fields)
    {
        _storedFields.StartDocument();
        for (var i = 0; i < document.Count; i++)
        {
            Field value = document[i];
            if (value.Type.IsStored)
                Store(fields[i].StoredInfo, value);
        }
        _storedFields.FinishDocument();
    }

    /// <summary>The next document stores nothing.</summary>
    public void StoreNothing()
    {
        _storedFields.StartDocument();
        _storedFields.FinishDocument();
    }

    /// <summary>Ends the stored fields.</summary>
    public void FinishStoredFields(int docCount) => _storedFields.Finish(docCount);

    /// <summary>Closes the files, finished or not.</summary>
    public void Dispose() => _storedFields.Dispose();

    private void Store(FieldInfo field, Field value)
    {
        if (value.Text is not null)
        {
            _storedFields.Write(field, value.Text);
            return;
        }
        switch (value.Number)
        {
            case int number: _storedFields.Write(field, number); break;
            case long number: _storedFields.Write(field, number); break;
            case float number: _storedFields.Write(field, number); break;
            case double number: _storedFields.Write(field, number); break;
            default: _storedFields.Write(field, value.Bytes.Span); break;
        }
    }
}
