using System.Text;
using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>Turns the text of a field into postings: analysis, positions, offsets, and the checks that keep an index sound.</summary>
/// <remarks>
/// Search semantics notes, sections 1.5 to 1.7 and 9.3. Occurrences reach the postings with <see cref="Finish"/> at the latest. One thread
/// at a time.
/// </remarks>
internal sealed class FieldInverter(Analyzer analyzer)
{
    /// <summary>Largest position that the format takes.</summary>
    public const int MaxPosition = int.MaxValue - 128;

    private readonly TokenBatch _batch = new();
    private readonly Dictionary<Analyzer, AnalysisChain> _chains = new(ReferenceEqualityComparer.Instance);

    /// <summary>Adds one value of a field; <see cref="FieldBuffer.Inversion"/> carries over from the values before it.</summary>
    /// <exception cref="InvalidDocumentException">A token that no index takes.</exception>
    public void Invert(int docId, FieldBuffer field, Field value)
    {
        string text = value.Text!;
        if (value.Type.IsTokenized)
        {
            InvertTokens(docId, field, text);
            return;
        }
        Inversion state = field.Inversion;
        AddToken(docId, field, text, increment: 1, startOffset: 0, endOffset: text.Length);
        state.OffsetBase = Move(field, state.OffsetBase, text.Length, int.MaxValue, "offset");
    }

    /// <summary>Brings the occurrences that wait to the postings: the document has ended, or failed.</summary>
    public void Finish(int docId) => _batch.Apply(docId);

    /// <summary>Forgets the fields: their segment is written, or given up.</summary>
    public void Reset()
    {
        _batch.Reset();
        _chains.Clear();
    }

    private void InvertTokens(int docId, FieldBuffer field, string text)
    {
        Inversion state = field.Inversion;
        FieldAnalysis analysis = field.Analysis ??= AnalysisOf(field.Name);
        TokenStream stream = analysis.Chain.Open(text.AsMemory());
        Token token = stream.Token;
        while (stream.Next())
            AddToken(docId, field, token.Text, token.PositionIncrement, token.StartOffset, token.EndOffset);
        stream.End();
        long increment = (long)token.PositionIncrement + analysis.PositionGap;
        long length = (long)token.EndOffset + analysis.OffsetGap;
        state.Position = Move(field, state.Position, increment, MaxPosition, "position");
        state.OffsetBase = Move(field, state.OffsetBase, length, int.MaxValue, "offset");
    }

    // Chains are this inverter's own: a thread's shared ones would be looked up anew for every value.
    private FieldAnalysis AnalysisOf(string field)
    {
        Analyzer owner = analyzer.AnalyzerOf(field);
        if (!_chains.TryGetValue(owner, out AnalysisChain? chain))
            _chains.Add(owner, chain = owner.NewChain());
        return new FieldAnalysis(chain, analyzer.PositionIncrementGap(field), analyzer.OffsetGap(field));
    }

    private void AddToken(int docId, FieldBuffer field, ReadOnlySpan<char> text, int increment, int startOffset, int endOffset)
    {
        Inversion state = field.Inversion;
        if (increment < 0)
            throw new InvalidDocumentException($"A position increment of {increment} in field \"{field.Name}\": it must be at least 0.", field.Name);
        int position = Move(field, state.Position, increment, MaxPosition, "position");
        if (position < 0)
            throw new InvalidDocumentException($"The first position increment of field \"{field.Name}\" must be at least 1, not {increment}.", field.Name);
        long start = (long)state.OffsetBase + startOffset;
        long end = (long)state.OffsetBase + endOffset;
        if (startOffset < 0 || start < state.StartOffset || end < start || end > int.MaxValue)
        {
            throw new InvalidDocumentException(
                $"Offsets {start} to {end} in field \"{field.Name}\" after a start offset of {state.StartOffset}: a start must be at least 0, an end at least its start, and starts must not go backwards.",
                field.Name);
        }
        if (!field.Postings!.HasRoom)
            throw new InvalidDocumentException("The document does not fit into the buffer any more: the documents of one segment fill at most 2 GB.", field.Name);

        if (_batch.IsFull)
            _batch.Apply(docId);
        _batch.Add(field, Encode(field, text).Length, position, (int)start, (int)end);
        state.Position = position;
        state.StartOffset = (int)start;
        state.Length++;
        if (increment == 0)
            state.Overlaps++;
    }

    private ReadOnlySpan<byte> Encode(FieldBuffer field, ReadOnlySpan<char> text)
    {
        if (text.Length > Term.MaxBytes)
            throw ImmenseTerm(field, text, Encoding.UTF8.GetByteCount(text));
        ReadOnlySpan<byte> term = _batch.Encode(text);
        return term.Length <= Term.MaxBytes ? term : throw ImmenseTerm(field, text, term.Length);
    }

    private static InvalidDocumentException ImmenseTerm(FieldBuffer field, ReadOnlySpan<char> text, int byteCount) =>
        new($"An immense term of {byteCount} bytes in field \"{field.Name}\": at most {Term.MaxBytes} are taken. It starts with \"{text[..30]}\".", field.Name);

    private static int Move(FieldBuffer field, int from, long distance, int max, string what)
    {
        long to = from + distance;
        return to <= max ? (int)to : throw new InvalidDocumentException($"The {what} {to} in field \"{field.Name}\" is beyond {max}.", field.Name);
    }
}
