using System.Text;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>Tokens of one document on their way to the postings of their fields, which they reach together.</summary>
/// <remarks>
/// Each of them needs memory that is in no cache, so they go step by step side by side (<see cref="PostingsBuffer"/>): measured, that
/// halves the time of an occurrence. One thread at a time.
/// </remarks>
internal sealed class TokenBatch
{
    private const int MaxTokens = 256;
    private const int MaxBytes = 1 << 15; // and one token
    private const int ShortText = 16;

    private readonly PendingToken[] _tokens = new PendingToken[MaxTokens];
    private byte[] _terms = new byte[4096];
    private int _count;
    private int _termBytes;

    /// <summary>Whether <see cref="Apply"/> must come before another token.</summary>
    public bool IsFull => _count == MaxTokens || _termBytes >= MaxBytes;

    /// <summary>Encodes a term behind those that wait; it counts with <see cref="Add"/>.</summary>
    /// <param name="text">At most <see cref="Term.MaxBytes"/> code units.</param>
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<char> text)
    {
        int bound = _termBytes + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_terms.Length < bound)
            Array.Resize(ref _terms, bound * 2);
        Span<byte> free = _terms.AsSpan(_termBytes);
        int length = text.Length <= ShortText && TryNarrow(text, free) ? text.Length : Encoding.UTF8.GetBytes(text, free);
        return free[..length];
    }

    /// <summary>Adds an occurrence of the term that was encoded last.</summary>
    public void Add(FieldBuffer field, int termLength, int position, int startOffset, int endOffset)
    {
        BytesKey key = BytesKey.Of(_terms.AsSpan(_termBytes, termLength));
        field.Postings!.PrefetchSlot(key.Hash);
        ref PendingToken token = ref _tokens[_count++];
        token.Field = field;
        token.Key = key;
        token.TermStart = _termBytes;
        token.TermLength = termLength;
        token.Position = position;
        token.StartOffset = startOffset;
        token.EndOffset = endOffset;
        _termBytes += termLength;
    }

    /// <summary>Brings all tokens to the postings; they are of document <paramref name="docId"/>.</summary>
    public void Apply(int docId)
    {
        Span<PendingToken> tokens = _tokens.AsSpan(0, _count);
        _count = 0; // also when a step fails: nothing comes twice
        _termBytes = 0;
        foreach (ref PendingToken token in tokens)
            token.Candidate = token.Field.Postings!.Candidate(token.Key.Hash);
        foreach (ref PendingToken token in tokens)
        {
            if (token.Candidate >= 0)
                token.Field.Postings!.PrefetchStreams(token.Candidate);
        }
        foreach (ref PendingToken token in tokens)
        {
            ReadOnlySpan<byte> term = _terms.AsSpan(token.TermStart, token.TermLength);
            if (token.Field.Postings!.Add(term, token.Key, token.Candidate, docId, token.Position, token.StartOffset, token.EndOffset))
                token.Field.Inversion.UniqueTerms++;
        }
    }

    /// <summary>Forgets all tokens, and the fields of those before.</summary>
    public void Reset()
    {
        _count = 0;
        _termBytes = 0;
        Array.Clear(_tokens);
    }

    // A few letters of ASCII, which most terms are, are not worth the call of an encoding.
    private static bool TryNarrow(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        var all = 0;
        bytes = bytes[..text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            all |= text[i];
            bytes[i] = (byte)text[i];
        }
        return all < 0x80;
    }

    private struct PendingToken
    {
        public FieldBuffer Field;
        public BytesKey Key;
        public int TermStart;
        public int TermLength;
        public int Candidate;
        public int Position;
        public int StartOffset;
        public int EndOffset;
    }
}
