using System.Globalization;
using Search.Engine.Codecs.Lucene80;
using Search.Engine.Index;

namespace Search.Engine.Tests.Codecs.Lucene80;

public sealed class Lucene80DocValuesTests
{
    public static TheoryData<string> NumberKinds =>
        ["constant", "bits", "table", "gcd", "gcd blocks", "outliers", "extremes", "large", "dates"];

    private const int MaxDoc = 140_000; // three blocks of documents, nine of numbers

    private static readonly string[] Sets = ["none", "all", "one percent", "mixed"];

    [Theory]
    [MemberData(nameof(NumberKinds))]
    public void Numbers_of_every_encoding_are_read_back(string kind)
    {
        FieldInfo info = ColumnSegment.Column("number", 3, DocValuesType.Numeric);
        foreach (string set in Sets)
        {
            (int Doc, long Value)[] entries = [.. DocsOf(set).Select((doc, i) => (doc, NumberOf(kind, i)))];
            using var segment = new ColumnSegment(MaxDoc, info);
            using Lucene80DocValuesReader reader = segment.WriteColumns(writer => writer.AddNumeric(info, () => new NumericList(entries)));

            reader.CheckIntegrity();
            Dictionary<int, string> expected = entries.ToDictionary(entry => entry.Doc, entry => $"{entry.Value}");
            ColumnAssert.Equal(expected, MaxDoc, () => reader.Numeric(info), cursor => $"{cursor.Value}");
        }
    }

    [Theory]
    [MemberData(nameof(NumberKinds))]
    public void Lists_of_numbers_are_read_back(string kind)
    {
        FieldInfo info = ColumnSegment.Column("numbers", 3, DocValuesType.SortedNumeric);
        foreach (string set in Sets)
        {
            (int Doc, long[] Values)[] entries = [.. DocsOf(set).Select((doc, i) => (doc, NumbersOf(kind, i)))];
            using var segment = new ColumnSegment(MaxDoc, info);
            using Lucene80DocValuesReader reader = segment.WriteColumns(writer => writer.AddSortedNumeric(info, () => new SortedNumericList(entries)));

            Dictionary<int, string> expected = entries.ToDictionary(entry => entry.Doc, entry => string.Join(' ', entry.Values));
            ColumnAssert.Equal(expected, MaxDoc, () => reader.SortedNumeric(info), ReadNumbers);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 7)]
    [InlineData(0, 40)]
    public void Byte_strings_are_read_back(int minLength, int maxLength)
    {
        FieldInfo info = ColumnSegment.Column("bytes", 3, DocValuesType.Binary);
        foreach (string set in Sets)
        {
            var random = new Random(maxLength);
            (int Doc, byte[] Value)[] entries = [.. DocsOf(set).Select(doc => (doc, BytesOf(random, random.Next(minLength, maxLength + 1))))];
            using var segment = new ColumnSegment(MaxDoc, info);
            using Lucene80DocValuesReader reader = segment.WriteColumns(writer => writer.AddBinary(info, () => new BinaryList(entries)));

            Dictionary<int, string> expected = entries.ToDictionary(entry => entry.Doc, entry => Convert.ToHexString(entry.Value));
            ColumnAssert.Equal(expected, MaxDoc, () => reader.Binary(info), cursor => Convert.ToHexString(cursor.Value));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(300)]
    public void Ordinals_are_read_back(int termCount)
    {
        FieldInfo info = ColumnSegment.Column("word", 3, DocValuesType.Sorted);
        var dictionary = new TermList(TestTerms.Sorted(termCount));
        foreach (string set in Sets)
        {
            int[] docs = DocsOf(set);
            (int Doc, int Ordinal)[] entries = [.. docs.Select((doc, i) => (doc, i * 7 % termCount))];
            TermList terms = docs.Length == 0 ? new TermList([]) : dictionary;
            using var segment = new ColumnSegment(MaxDoc, info);
            using Lucene80DocValuesReader reader = segment.WriteColumns(writer => writer.AddSorted(info, () => new SortedList(entries, terms)));

            Dictionary<int, string> expected = entries.ToDictionary(entry => entry.Doc, entry => $"{entry.Ordinal}");
            ColumnAssert.Equal(expected, MaxDoc, () => reader.Sorted(info), cursor => $"{cursor.Ordinal}");
            Assert.Equal(terms.ValueCount, reader.Sorted(info)!.Dictionary.ValueCount);
            Assert.Null(reader.SortedSet(info));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Sets_of_ordinals_are_read_back(int most)
    {
        FieldInfo info = ColumnSegment.Column("words", 3, DocValuesType.SortedSet);
        var dictionary = new TermList(TestTerms.Sorted(50));
        foreach (string set in Sets)
        {
            int[] docs = DocsOf(set);
            (int Doc, int[] Ordinals)[] entries = [.. docs.Select((doc, i) => (doc, OrdinalsOf(i, most)))];
            TermList terms = docs.Length == 0 ? new TermList([]) : dictionary;
            using var segment = new ColumnSegment(MaxDoc, info);
            using Lucene80DocValuesReader reader = segment.WriteColumns(writer => writer.AddSortedSet(info, () => new SortedSetList(entries, terms)));

            Dictionary<int, string> expected = entries.ToDictionary(entry => entry.Doc, entry => string.Join(' ', entry.Ordinals));
            ColumnAssert.Equal(expected, MaxDoc, () => reader.SortedSet(info), ReadOrdinals);
            Assert.Null(reader.Sorted(info));
        }
    }

    [Fact]
    public void A_column_of_another_kind_is_not_handed_out()
    {
        FieldInfo info = ColumnSegment.Column("number", 3, DocValuesType.Numeric);
        using var segment = new ColumnSegment(2, info);
        using Lucene80DocValuesReader reader = segment.WriteColumns(writer => writer.AddNumeric(info, () => new NumericList([(0, 1)])));

        Assert.Null(reader.Binary(info));
        Assert.Null(reader.Sorted(info));
        Assert.Null(reader.SortedSet(info));
        Assert.Null(reader.SortedNumeric(info));
        Assert.Null(reader.Numeric(ColumnSegment.Column("other", 4, DocValuesType.Numeric)));
    }

    private static int[] DocsOf(string set) => [.. TestDocs.Of(set).TakeWhile(doc => doc < MaxDoc)];

    private static long NumberOf(string kind, int i)
    {
        int random = (int)((uint)i * 2_654_435_761 >> 8);
        return kind switch
        {
            "constant" => -42,
            "bits" => random % (1 << 20) - 77,
            "table" => (i % 5) * 1_000_003L,
            "gcd" => 1_600_000_000_000 + random % 100_000 * 86_400_000L,
            "gcd blocks" => 40L * (random % (i < 20_000 ? 4 : i < 40_000 ? 1 : 5_000_000)),
            "outliers" => i % 50_000 == 3 ? long.MaxValue / 3 : random % 300,
            "extremes" => (i % 3) switch { 0 => long.MinValue, 1 => long.MaxValue, _ => i },
            "large" => 1000 + random % 60_000,
            "dates" => 17_000 + i / 30,
            _ => throw new ArgumentException(kind, nameof(kind)),
        };
    }

    private static long[] NumbersOf(string kind, int i)
    {
        long[] values = [.. Enumerable.Range(i, 1 + i % 3).Select(n => NumberOf(kind, n))];
        Array.Sort(values);
        return values;
    }

    private static int[] OrdinalsOf(int i, int most) =>
        [.. Enumerable.Range(0, 1 + i % most).Select(n => (i * 7 + n * 11) % 50).Distinct().Order()];

    private static byte[] BytesOf(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string ReadNumbers(SortedNumericDocValues cursor)
    {
        var values = new List<string>();
        for (int i = cursor.Count; i > 0; i--)
            values.Add(cursor.NextValue().ToString(CultureInfo.InvariantCulture));
        return string.Join(' ', values);
    }

    private static string ReadOrdinals(SortedSetDocValues cursor)
    {
        var values = new List<int>();
        for (int i = cursor.Count; i > 0; i--)
            values.Add(cursor.NextOrdinal());
        return string.Join(' ', values);
    }
}
