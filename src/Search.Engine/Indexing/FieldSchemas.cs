using Search.Engine.Documents;
using Search.Engine.Index;

namespace Search.Engine.Indexing;

/// <summary>The fields of a whole index: one number a name, and settings that never change once they are given.</summary>
/// <remarks>Container notes, section 7.2. Not synchronised: the writer's lock guards it.</remarks>
internal sealed class FieldSchemas
{
    private readonly Dictionary<string, FieldSchema> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<int> _numbers = [];
    private int _lowestFreeNumber;

    /// <summary>Takes over the fields of a segment that is there already.</summary>
    public void Add(FieldInfos fields)
    {
        foreach (FieldInfo field in fields)
        {
            FieldSchema known = _byName.GetValueOrDefault(field.Name) ?? Number(field.Name, field.Number);
            _byName[field.Name] = known with
            {
                IndexOptions = known.IndexOptions == IndexOptions.None ? field.IndexOptions : known.IndexOptions,
                DocValuesType = known.DocValuesType == DocValuesType.None ? field.DocValuesType : known.DocValuesType,
                PointDimensions = known.PointDimensions == 0 ? field.PointDimensionCount : known.PointDimensions,
                PointBytes = known.PointDimensions == 0 ? field.PointBytesPerDimension : known.PointBytes,
            };
        }
    }

    /// <summary>The schema of a field that takes a value of <paramref name="type"/>.</summary>
    /// <exception cref="InvalidDocumentException">The field holds values of another kind already.</exception>
    public FieldSchema Register(string name, FieldType type)
    {
        FieldSchema known = _byName.GetValueOrDefault(name) ?? Number(name, _lowestFreeNumber);
        if (type.IndexOptions != IndexOptions.None && known.IndexOptions is not IndexOptions.None && known.IndexOptions != type.IndexOptions)
            throw Inconsistent(name, "index options", known.IndexOptions, type.IndexOptions);
        if (type.DocValuesType != DocValuesType.None && known.DocValuesType is not DocValuesType.None && known.DocValuesType != type.DocValuesType)
            throw Inconsistent(name, "doc values type", known.DocValuesType, type.DocValuesType);
        if (type.PointBytes != 0 && known.PointDimensions is not 0 && known.PointDimensions != 1)
            throw Inconsistent(name, "point dimensions", known.PointDimensions, 1);
        if (type.PointBytes != 0 && known.PointDimensions is not 0 && known.PointBytes != type.PointBytes)
            throw Inconsistent(name, "point bytes", known.PointBytes, type.PointBytes);

        return _byName[name] = known with
        {
            IndexOptions = type.IndexOptions == IndexOptions.None ? known.IndexOptions : type.IndexOptions,
            DocValuesType = type.DocValuesType == DocValuesType.None ? known.DocValuesType : type.DocValuesType,
            PointDimensions = type.PointBytes == 0 ? known.PointDimensions : 1,
            PointBytes = type.PointBytes == 0 ? known.PointBytes : type.PointBytes,
        };
    }

    /// <summary>Forgets all fields: the index is empty.</summary>
    public void Clear()
    {
        _byName.Clear();
        _numbers.Clear();
        _lowestFreeNumber = 0;
    }

    private FieldSchema Number(string name, int wanted)
    {
        int number = _numbers.Contains(wanted) ? _lowestFreeNumber : wanted;
        _numbers.Add(number);
        while (_numbers.Contains(_lowestFreeNumber))
            _lowestFreeNumber++;
        return _byName[name] = new FieldSchema(name, number, IndexOptions.None, DocValuesType.None, 0, 0);
    }

    private static InvalidDocumentException Inconsistent<T>(string name, string what, T known, T wanted) =>
        new($"cannot change field \"{name}\" from {what}={known} to inconsistent {what}={wanted}", name);
}
