namespace Search.Engine.Index;

/// <summary>Walks the terms of a field in order of their unsigned bytes.</summary>
/// <remarks>One thread at a time; <see cref="Term"/> is valid until the next move.</remarks>
public abstract class TermsEnum
{
    /// <summary>The current term.</summary>
    public abstract ReadOnlySpan<byte> Term { get; }

    /// <summary>Statistics and place of the current term.</summary>
    public abstract TermState State { get; }

    /// <summary>Moves to the next term; false after the last.</summary>
    public abstract bool Next();

    /// <summary>Moves to the first term that is at least <paramref name="target"/>; false when there is none.</summary>
    public abstract bool SeekCeiling(ReadOnlySpan<byte> target);
}
