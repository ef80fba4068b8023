using System.Collections;

namespace Search.Engine.Documents;

/// <summary>The values of one document, in order.</summary>
/// <remarks>One thread at a time while it is being filled.</remarks>
public sealed class Document : IReadOnlyList<Field>
{
    private readonly List<Field> _fields = [];

    /// <inheritdoc/>
    public int Count => _fields.Count;

    /// <inheritdoc/>
    public Field this[int index] => _fields[index];

    /// <summary>Appends a value.</summary>
    public void Add(Field value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _fields.Add(value);
    }

    /// <inheritdoc/>
    public IEnumerator<Field> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
