namespace Search.Engine.Codecs.Lucene80;

/// <summary>The byte strings of a column by slot.</summary>
internal abstract class BinaryValues
{
    /// <summary>The bytes of a slot, which the caller has checked; valid until the next call.</summary>
    public abstract ReadOnlySpan<byte> Get(int slot);

    /// <summary>The same strings for one cursor: this object unless it remembers where it was.</summary>
    public virtual BinaryValues Open() => this;
}
