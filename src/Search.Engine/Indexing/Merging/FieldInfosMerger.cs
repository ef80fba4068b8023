using Search.Engine.Codecs;
using Search.Engine.Index;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Indexing.Merging;

/// <summary>Unites the fields of segments: every field that any of them has, with one number and one kind.</summary>
/// <remarks>Container notes, sections 7.1 to 7.3; postings notes, section 8. Lives for one merge.</remarks>
internal sealed class FieldInfosMerger
{
    private readonly Dictionary<string, FieldInfo> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withTerms = new(StringComparer.Ordinal);
    private readonly HashSet<int> _numbers = [];
    private readonly Func<string, int?> _numberOf;

    private FieldInfosMerger(Func<string, int?> numberOf) => _numberOf = numberOf;

    /// <summary>The fields of a segment that holds all documents of the given ones.</summary>
    /// <param name="numberOf">The number that the index gives a field, where it gives one.</param>
    /// <exception cref="CorruptIndexException">A field is of different kinds in the segments.</exception>
    /// <exception cref="NotSupportedException">A segment has term vectors.</exception>
    public static FieldInfos Merge(IEnumerable<SegmentReader> segments, Func<string, int?> numberOf)
    {
        var merger = new FieldInfosMerger(numberOf);
        foreach (SegmentReader segment in segments)
        {
            foreach (FieldInfo field in segment.FieldInfos)
                merger.Add(field, segment);
        }
        if (merger._fields.Values.Count(field => field.IsSoftDeletes) > 1)
            throw new CorruptIndexException("the segments have different soft-deletes fields", "field infos");
        return new FieldInfos(merger._fields.Values.Select(field =>
            Lucene87Codec.WithAttributes(field, merger._withTerms.Contains(field.Name))));
    }

    private void Add(FieldInfo field, SegmentReader segment)
    {
        if (field.HasTermVectors)
            throw new NotSupportedException($"Segment {segment.Commit.Segment.Name} has term vectors of field \"{field.Name}\", which are not copied.");
        if (segment.Terms(field.Name) is not null)
            _withTerms.Add(field.Name);
        if (!_fields.TryGetValue(field.Name, out FieldInfo? known))
            known = new FieldInfo { Name = field.Name, Number = NumberFor(field) };
        _fields[field.Name] = Unite(known, field, segment.Commit.Segment.Name);
    }

    private int NumberFor(FieldInfo field)
    {
        int number = _numberOf(field.Name) ?? field.Number;
        while (!_numbers.Add(number))
            number = number == int.MaxValue ? 0 : number + 1;
        return number;
    }

    private static FieldInfo Unite(FieldInfo known, FieldInfo field, string segment) => known with
    {
        IndexOptions = One(known.IndexOptions, field.IndexOptions, field, segment),
        OmitsNorms = known.OmitsNorms || field.OmitsNorms,
        HasPayloads = known.HasPayloads || field.HasPayloads,
        IsSoftDeletes = known.IsSoftDeletes || field.IsSoftDeletes,
        DocValuesType = One(known.DocValuesType, field.DocValuesType, field, segment),
        PointDimensionCount = One(known.PointDimensionCount, field.PointDimensionCount, field, segment),
        PointIndexDimensionCount = One(known.PointIndexDimensionCount, field.PointIndexDimensionCount, field, segment),
        PointBytesPerDimension = One(known.PointBytesPerDimension, field.PointBytesPerDimension, field, segment),
    };

    // The one of both that is set.
    private static T One<T>(T known, T other, FieldInfo field, string segment)
        where T : struct
    {
        if (EqualityComparer<T>.Default.Equals(other, default) || EqualityComparer<T>.Default.Equals(other, known))
            return known;
        return EqualityComparer<T>.Default.Equals(known, default)
            ? other
            : throw new CorruptIndexException($"field \"{field.Name}\" is of kind {other} here and {known} in other segments", segment);
    }
}
