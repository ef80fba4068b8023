using System.Collections;

namespace Search.Engine.Index;

/// <summary>The fields of one segment, by name and by number.</summary>
/// <remarks>Immutable; shareable.</remarks>
public sealed class FieldInfos : IReadOnlyCollection<FieldInfo>
{
    private readonly Dictionary<string, FieldInfo> _byName = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, FieldInfo> _byNumber = [];

    /// <summary>Fields with unique names and numbers.</summary>
    /// <exception cref="ArgumentException">A name or a number stands twice.</exception>
    public FieldInfos(IEnumerable<FieldInfo> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        foreach (FieldInfo field in fields)
        {
            _byName.Add(field.Name, field);
            _byNumber.Add(field.Number, field);
        }
    }

    /// <inheritdoc/>
    public int Count => _byName.Count;

    /// <summary>Whether any field has positions (decides which postings files exist).</summary>
    public bool HavePositions => _byName.Values.Any(info => info.HasPositions);

    /// <summary>Whether any field has offsets or payloads (decides which postings files exist).</summary>
    public bool HaveOffsetsOrPayloads => _byName.Values.Any(info => info.HasOffsets || info.HasPayloads);

    /// <summary>Whether any field has norms.</summary>
    public bool HaveNorms => _byName.Values.Any(info => info.HasNorms);

    /// <summary>Whether any field has a column.</summary>
    public bool HaveDocValues => _byName.Values.Any(info => info.DocValuesType != DocValuesType.None);

    /// <summary>Whether any field has points.</summary>
    public bool HavePoints => _byName.Values.Any(info => info.PointDimensionCount > 0);

    /// <summary>The field of that name, or null.</summary>
    public FieldInfo? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The field of that number, or null.</summary>
    public FieldInfo? Find(int number) => _byNumber.GetValueOrDefault(number);

    /// <summary>In ascending order of the numbers.</summary>
    public IEnumerator<FieldInfo> GetEnumerator() => _byNumber.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
