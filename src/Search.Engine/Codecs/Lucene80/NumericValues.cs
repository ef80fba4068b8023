namespace Search.Engine.Codecs.Lucene80;

/// <summary>The numbers of a column by slot.</summary>
internal abstract class NumericValues
{
    /// <summary>The number of a slot, which the caller has checked.</summary>
    public abstract long Get(long slot);

    /// <summary>The same numbers for one cursor: this object unless it remembers where it was.</summary>
    public virtual NumericValues Open() => this;
}
