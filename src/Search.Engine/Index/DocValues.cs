namespace Search.Engine.Index;

/// <summary>Walks the documents that have a value in a column.</summary>
public abstract class DocValuesCursor : DocIdCursor
{
    /// <summary>
    /// Moves to exactly <paramref name="target"/>, which is at least <see cref="DocIdCursor.DocId"/>, and says whether it has
    /// a value. Without one the cursor stands at the target all the same.
    /// </summary>
    public abstract bool AdvanceExact(int target);
}

/// <summary>One 64-bit number a document.</summary>
public abstract class NumericDocValues : DocValuesCursor
{
    /// <summary>The current document's number (floats as raw bits).</summary>
    public abstract long Value { get; }
}

/// <summary>One byte string a document.</summary>
public abstract class BinaryDocValues : DocValuesCursor
{
    /// <summary>The current document's bytes; valid until the next move.</summary>
    public abstract ReadOnlySpan<byte> Value { get; }
}

/// <summary>Sorted distinct byte strings, numbered from 0.</summary>
public interface IOrdinalDictionary
{
    /// <summary>Number of strings.</summary>
    int ValueCount { get; }

    /// <summary>The string of an ordinal in <c>[0, ValueCount)</c>; valid until the next look-up.</summary>
    ReadOnlySpan<byte> Lookup(int ordinal);

    /// <summary>The ordinal of a string, or <c>-1 - insertion point</c>.</summary>
    int Find(ReadOnlySpan<byte> value);
}

/// <summary>One ordinal a document into a dictionary of strings.</summary>
public abstract class SortedDocValues : DocValuesCursor
{
    /// <summary>The current document's ordinal.</summary>
    public abstract int Ordinal { get; }

    /// <summary>The strings behind the ordinals.</summary>
    public abstract IOrdinalDictionary Dictionary { get; }
}

/// <summary>A set of ordinals a document, ascending, at least one.</summary>
public abstract class SortedSetDocValues : DocValuesCursor
{
    /// <summary>Number of ordinals of the current document.</summary>
    public abstract int Count { get; }

    /// <summary>The strings behind the ordinals.</summary>
    public abstract IOrdinalDictionary Dictionary { get; }

    /// <summary>The next ordinal of the current document; call it at most <see cref="Count"/> times.</summary>
    public abstract int NextOrdinal();
}

/// <summary>A list of numbers a document, ascending, at least one.</summary>
public abstract class SortedNumericDocValues : DocValuesCursor
{
    /// <summary>Number of values of the current document.</summary>
    public abstract int Count { get; }

    /// <summary>The next value of the current document; call it at most <see cref="Count"/> times.</summary>
    public abstract long NextValue();
}
