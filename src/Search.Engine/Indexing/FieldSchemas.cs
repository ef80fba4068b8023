using System.Collections.Immutable;
using Search.Engine.Documents;
using Search.Engine.Index;

namespace Search.Engine.Indexing;

/// <summary>The fields of a whole index: one number a name, and settings that never change once they are given.</summary>
/// <remarks>
/// Container notes, section 7.2. Shareable between threads: the fields are one immutable map, which a change replaces unless
/// another thread was faster; then it looks again.
/// </remarks>
internal sealed class FieldSchemas
{
    private static readonly ImmutableDictionary<string, FieldSchema> None = ImmutableDictionary.Create<string, FieldSchema>(StringComparer.Ordinal);

    private ImmutableDictionary<string, FieldSchema> _byName = None;

    /// <summary>Takes over the fields of a segment that is there already.</summary>
    public void Add(FieldInfos fields)
    {
        foreach (FieldInfo field in fields)
            Update(field.Name, field.Number, known => Merge(known, field));
    }

    /// <summary>The number of a field; null when the index does not know it.</summary>
    public int? NumberOf(string name) => Volatile.Read(ref _byName).GetValueOrDefault(name)?.Number;

    /// <summary>Says why the fields of segments of another index cannot come into this one; null when they can.</summary>
    public string? FaultOf(IEnumerable<FieldInfos> segments) => With(Volatile.Read(ref _byName), segments).Fault;

    /// <summary>Takes over the fields of segments of another index, all or none; says why not, or null.</summary>
    public string? TryAdd(IReadOnlyCollection<FieldInfos> segments)
    {
        while (true)
        {
            ImmutableDictionary<string, FieldSchema> before = Volatile.Read(ref _byName);
            (ImmutableDictionary<string, FieldSchema> after, string? fault) = With(before, segments);
            if (fault is not null || ReferenceEquals(Interlocked.CompareExchange(ref _byName, after, before), before))
                return fault;
        }
    }

    /// <summary>The schema of a field that takes a value of <paramref name="type"/>.</summary>
    /// <exception cref="InvalidDocumentException">The field holds values of another kind already.</exception>
    public FieldSchema Register(string name, FieldType type)
    {
        if (Volatile.Read(ref _byName).TryGetValue(name, out FieldSchema? known) && Merge(known, type) == known)
            return known;
        return Update(name, wantedNumber: -1, present => Merge(present, type));
    }

    /// <summary>Forgets all fields: the index is empty.</summary>
    public void Clear() => Volatile.Write(ref _byName, None);

    private FieldSchema Update(string name, int wantedNumber, Func<FieldSchema, FieldSchema> change)
    {
        while (true)
        {
            ImmutableDictionary<string, FieldSchema> before = Volatile.Read(ref _byName);
            FieldSchema known = before.GetValueOrDefault(name) ?? Unused(name, NumberOf(before, wantedNumber));
            FieldSchema changed = change(known);
            if (ReferenceEquals(Interlocked.CompareExchange(ref _byName, before.SetItem(name, changed), before), before))
                return changed;
        }
    }

    // The wanted number if nobody has it, else the lowest that is free.
    private static int NumberOf(ImmutableDictionary<string, FieldSchema> fields, int wanted)
    {
        HashSet<int> taken = [.. fields.Values.Select(field => field.Number)];
        if (wanted >= 0 && !taken.Contains(wanted))
            return wanted;
        var number = 0;
        while (taken.Contains(number))
            number++;
        return number;
    }

    private static (ImmutableDictionary<string, FieldSchema> Fields, string? Fault) With(
        ImmutableDictionary<string, FieldSchema> fields, IEnumerable<FieldInfos> segments)
    {
        foreach (FieldInfo field in segments.SelectMany(segment => segment))
        {
            FieldSchema known = fields.GetValueOrDefault(field.Name) ?? Unused(field.Name, NumberOf(fields, field.Number));
            if (!Agrees(known, field))
                return (fields, $"field \"{field.Name}\" is {Merge(Unused(field.Name, known.Number), field)} there and {known} here");
            if (field.IsSoftDeletes && fields.Values.FirstOrDefault(other => other.IsSoftDeletes && other.Name != field.Name) is { } other)
                return (fields, $"field \"{field.Name}\" marks soft deletions there and \"{other.Name}\" does here");
            fields = fields.SetItem(field.Name, Merge(known, field));
        }
        return (fields, null);
    }

    private static FieldSchema Unused(string name, int number) => new(name, number, IndexOptions.None, DocValuesType.None, 0, 0);

    private static bool Agrees(FieldSchema known, FieldInfo field) =>
        (field.IndexOptions == IndexOptions.None || known.IndexOptions == IndexOptions.None || field.IndexOptions == known.IndexOptions)
        && (field.DocValuesType == DocValuesType.None || known.DocValuesType == DocValuesType.None || field.DocValuesType == known.DocValuesType)
        && (field.PointDimensionCount == 0 || known.PointDimensions == 0
            || (field.PointDimensionCount == known.PointDimensions && field.PointBytesPerDimension == known.PointBytes));

    private static FieldSchema Merge(FieldSchema known, FieldInfo field) => known with
    {
        IndexOptions = known.IndexOptions == IndexOptions.None ? field.IndexOptions : known.IndexOptions,
        DocValuesType = known.DocValuesType == DocValuesType.None ? field.DocValuesType : known.DocValuesType,
        PointDimensions = known.PointDimensions == 0 ? field.PointDimensionCount : known.PointDimensions,
        PointBytes = known.PointDimensions == 0 ? field.PointBytesPerDimension : known.PointBytes,
        IsSoftDeletes = known.IsSoftDeletes || field.IsSoftDeletes,
    };

    private static FieldSchema Merge(FieldSchema known, FieldType type)
    {
        string name = known.Name;
        if (type.IndexOptions != IndexOptions.None && known.IndexOptions is not IndexOptions.None && known.IndexOptions != type.IndexOptions)
            throw Inconsistent(name, "index options", known.IndexOptions, type.IndexOptions);
        if (type.DocValuesType != DocValuesType.None && known.DocValuesType is not DocValuesType.None && known.DocValuesType != type.DocValuesType)
            throw Inconsistent(name, "doc values type", known.DocValuesType, type.DocValuesType);
        if (type.PointBytes != 0 && known.PointDimensions is not 0 && known.PointDimensions != 1)
            throw Inconsistent(name, "point dimensions", known.PointDimensions, 1);
        if (type.PointBytes != 0 && known.PointDimensions is not 0 && known.PointBytes != type.PointBytes)
            throw Inconsistent(name, "point bytes", known.PointBytes, type.PointBytes);

        bool saysMore = (type.IndexOptions != IndexOptions.None && known.IndexOptions == IndexOptions.None)
            || (type.DocValuesType != DocValuesType.None && known.DocValuesType == DocValuesType.None)
            || (type.PointBytes != 0 && known.PointDimensions == 0);
        return !saysMore ? known : known with
        {
            IndexOptions = type.IndexOptions == IndexOptions.None ? known.IndexOptions : type.IndexOptions,
            DocValuesType = type.DocValuesType == DocValuesType.None ? known.DocValuesType : type.DocValuesType,
            PointDimensions = type.PointBytes == 0 ? known.PointDimensions : 1,
            PointBytes = type.PointBytes == 0 ? known.PointBytes : type.PointBytes,
        };
    }

    private static InvalidDocumentException Inconsistent<T>(string name, string what, T known, T wanted) =>
        new($"cannot change field \"{name}\" from {what}={known} to inconsistent {what}={wanted}", name);
}
