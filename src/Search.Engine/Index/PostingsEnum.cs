namespace Search.Engine.Index;

/// <summary>The documents of one term, one at a time, with frequencies, positions and offsets.</summary>
public abstract class PostingsEnum : DocIdCursor
{
    /// <summary>Occurrences in the current document; 1 where frequencies are not indexed.</summary>
    public abstract int Freq { get; }

    /// <summary>Start offset of the current position in UTF-16 code units; -1 where offsets are not indexed.</summary>
    public abstract int StartOffset { get; }

    /// <summary>End offset (exclusive) of the current position in UTF-16 code units; -1 where offsets are not indexed.</summary>
    public abstract int EndOffset { get; }

    /// <summary>Payload of the current position; empty when it has none. Valid until the next move.</summary>
    public abstract ReadOnlySpan<byte> Payload { get; }

    /// <summary>Moves to the next position of the current document; call it at most <see cref="Freq"/> times a document.</summary>
    /// <returns>The position; -1 where positions are not indexed.</returns>
    public abstract int NextPosition();
}
