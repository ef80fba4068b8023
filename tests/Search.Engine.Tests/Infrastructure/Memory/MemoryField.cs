using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Util;

namespace Search.Engine.Tests.Infrastructure.Memory;

/// <summary>All values of one field of a segment, inverted by the plainest reading of the rules.</summary>
internal sealed class MemoryField(string name, int number, int maxDoc)
{
    private readonly SortedDictionary<Term, List<MemoryPosting>> _postings = [];

    public FieldInfo Info { get; private set; } = new() { Name = name, Number = number };

    public MemoryTerms? Terms { get; private set; }

    public SortedDictionary<int, long> Norms { get; } = [];

    public byte[] DenseNorms { get; private set; } = [];

    public SortedDictionary<int, long> Numbers { get; } = [];

    public SortedDictionary<int, byte[]> Strings { get; } = [];

    public List<(int DocId, byte[] Value)> Points { get; } = [];

    public void Add(int docId, IReadOnlyList<Field> values, Analyzer analyzer)
    {
        foreach (Field value in values)
        {
            FieldType type = value.Type;
            if (type.DocValuesType == DocValuesType.Numeric)
                Numbers[docId] = value.Number switch { long number => number, double number => BitConverter.DoubleToInt64Bits(number), _ => Convert.ToInt64(value.Number, null) };
            if (type.DocValuesType == DocValuesType.Sorted)
                Strings[docId] = value.Bytes.ToArray();
            if (type.PointBytes > 0)
                Points.Add((docId, value.Bytes.ToArray()));
            Info = Info with
            {
                IndexOptions = type.IndexOptions > Info.IndexOptions ? type.IndexOptions : Info.IndexOptions,
                OmitsNorms = Info.OmitsNorms || type.OmitsNorms,
                DocValuesType = type.DocValuesType != DocValuesType.None ? type.DocValuesType : Info.DocValuesType,
                PointDimensionCount = type.PointBytes > 0 ? 1 : Info.PointDimensionCount,
                PointIndexDimensionCount = type.PointBytes > 0 ? 1 : Info.PointIndexDimensionCount,
                PointBytesPerDimension = type.PointBytes > 0 ? type.PointBytes : Info.PointBytesPerDimension,
            };
        }
        Field[] indexed = [.. values.Where(value => value.Type.IndexOptions != IndexOptions.None)];
        if (indexed.Length > 0)
            Invert(docId, indexed, analyzer);
    }

    public void Finish(int blockSize)
    {
        DenseNorms = [.. Norms.Values.Select(norm => (byte)norm)];
        if (_postings.Count > 0)
            Terms = new MemoryTerms([.. _postings.Keys], [.. _postings.Values.Select(list => list.ToArray())], Info, Norms, blockSize);
    }

    private void Invert(int docId, Field[] values, Analyzer analyzer)
    {
        var inversion = new DocumentInversion();
        foreach (Field value in values)
        {
            if (value.Type.IsTokenized)
                inversion.AddText(analyzer, name, value.Text!);
            else
                inversion.AddWhole(value.Text!);
        }
        foreach ((string text, List<MemoryPosition> positions) in inversion.Terms)
        {
            var term = new Term(name, text);
            if (!_postings.TryGetValue(term, out List<MemoryPosting>? list))
                _postings.Add(term, list = []);
            list.Add(new MemoryPosting(docId, [.. positions]));
        }
        int length = Info.HasFreqs ? inversion.Length - inversion.Overlaps : inversion.Terms.Count;
        if (!Info.OmitsNorms && docId < maxDoc)
            Norms[docId] = LengthNorm.Encode(length);
    }

    /// <summary>The tokens of one document's values. Source: search semantics notes, sections 1.6 and 1.7.</summary>
    private sealed class DocumentInversion
    {
        private int _position = -1;
        private int _offset;

        public Dictionary<string, List<MemoryPosition>> Terms { get; } = new(StringComparer.Ordinal);

        public int Length { get; private set; }

        public int Overlaps { get; private set; }

        public void AddText(Analyzer analyzer, string field, string text)
        {
            TokenStream stream = analyzer.Open(field, text);
            Token token = stream.Token;
            while (stream.Next())
            {
                _position += token.PositionIncrement;
                Overlaps += token.PositionIncrement == 0 ? 1 : 0;
                Add(token.Text.ToString(), _offset + token.StartOffset, _offset + token.EndOffset);
            }
            stream.End();
            _position += token.PositionIncrement + analyzer.PositionIncrementGap(field);
            _offset += token.EndOffset + analyzer.OffsetGap(field);
        }

        public void AddWhole(string text)
        {
            _position++;
            Add(text, _offset, _offset + text.Length);
            _offset += text.Length;
        }

        private void Add(string text, int start, int end)
        {
            Length++;
            if (!Terms.TryGetValue(text, out List<MemoryPosition>? positions))
                Terms.Add(text, positions = []);
            positions.Add(new MemoryPosition(_position, start, end));
        }
    }
}
