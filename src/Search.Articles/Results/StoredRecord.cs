using Search.Engine.Index;

namespace Search.Articles.Results;

/// <summary>The stored values of one document, by field.</summary>
/// <param name="wanted">Fields to read; null for all.</param>
internal sealed class StoredRecord(IReadOnlySet<string>? wanted = null) : StoredFieldVisitor
{
    private readonly Dictionary<string, List<object>> _values = new(StringComparer.Ordinal);

    public static StoredRecord Read(IndexReader reader, int doc, IReadOnlySet<string>? wanted = null)
    {
        var record = new StoredRecord(wanted);
        reader.VisitStored(doc, record);
        return record;
    }

    /// <summary>The first string of a field; null when it has none.</summary>
    public string? Text(string name) => First(name) as string;

    /// <summary>All strings of a field.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        _values.TryGetValue(name, out List<object>? values) ? [.. values.OfType<string>()] : [];

    /// <summary>The first whole number of a field; null when it has none.</summary>
    public long? Number(string name) => First(name) switch
    {
        int number => number,
        long number => number,
        _ => null,
    };

    /// <summary>The first byte string of a field; null when it has none.</summary>
    public byte[]? Bytes(string name) => First(name) as byte[];

    public override Decision Needs(FieldInfo field) => wanted is null || wanted.Contains(field.Name) ? Decision.Read : Decision.Skip;

    public override void Visit(FieldInfo field, string value) => Add(field, value);

    public override void Visit(FieldInfo field, ReadOnlySpan<byte> value) => Add(field, value.ToArray());

    public override void Visit(FieldInfo field, int value) => Add(field, value);

    public override void Visit(FieldInfo field, long value) => Add(field, value);

    private object? First(string name) => _values.TryGetValue(name, out List<object>? values) ? values[0] : null;

    private void Add(FieldInfo info, object value)
    {
        if (!_values.TryGetValue(info.Name, out List<object>? values))
            _values[info.Name] = values = [];
        values.Add(value);
    }
}
