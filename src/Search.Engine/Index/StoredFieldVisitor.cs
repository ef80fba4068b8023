namespace Search.Engine.Index;

/// <summary>Receives the stored values of a document in the order in which they were added.</summary>
public abstract class StoredFieldVisitor
{
    /// <summary>What to do with the next value.</summary>
    public enum Decision
    {
        /// <summary>Deliver it.</summary>
        Read,

        /// <summary>Pass over it.</summary>
        Skip,

        /// <summary>Stop: nothing more is needed of this document.</summary>
        Stop,
    }

    /// <summary>Asked before each value.</summary>
    public abstract Decision Needs(FieldInfo field);

    /// <summary>A string.</summary>
    public virtual void Visit(FieldInfo field, string value)
    {
    }

    /// <summary>A byte string; valid during the call.</summary>
    public virtual void Visit(FieldInfo field, ReadOnlySpan<byte> value)
    {
    }

    /// <summary>A 32-bit integer.</summary>
    public virtual void Visit(FieldInfo field, int value)
    {
    }

    /// <summary>A 64-bit integer.</summary>
    public virtual void Visit(FieldInfo field, long value)
    {
    }

    /// <summary>A 32-bit float.</summary>
    public virtual void Visit(FieldInfo field, float value)
    {
    }

    /// <summary>A 64-bit float.</summary>
    public virtual void Visit(FieldInfo field, double value)
    {
    }
}
