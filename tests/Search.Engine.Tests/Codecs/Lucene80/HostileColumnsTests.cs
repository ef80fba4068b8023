using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene80;
using Search.Engine.Codecs.Lucene86;
using Search.Engine.Index;
using Search.Engine.Store;
using Search.Engine.Util;

namespace Search.Engine.Tests.Codecs.Lucene80;

/// <summary>Damaged files, also such whose checksum was made right again: reading gives a value or a corrupt index, nothing else.</summary>
public sealed class HostileColumnsTests
{
    private const int MaxDoc = 70_000;

    private static readonly FieldInfo Text = ColumnSegment.Text("text", 0);
    private static readonly FieldInfo Number = ColumnSegment.Column("number", 1, DocValuesType.Numeric);
    private static readonly FieldInfo Bytes = ColumnSegment.Column("bytes", 2, DocValuesType.Binary);
    private static readonly FieldInfo Word = ColumnSegment.Column("word", 3, DocValuesType.Sorted);
    private static readonly FieldInfo Words = ColumnSegment.Column("words", 4, DocValuesType.SortedSet);
    private static readonly FieldInfo Numbers = ColumnSegment.Column("numbers", 5, DocValuesType.SortedNumeric);
    private static readonly FieldInfo Blocks = ColumnSegment.Column("blocks", 6, DocValuesType.Numeric);
    private static readonly FieldInfo Table = ColumnSegment.Column("table", 7, DocValuesType.Numeric);
    private static readonly FieldInfo Point = ColumnSegment.Point("point", 8, 8);

    public static TheoryData<string> Files =>
        ["_0.nvm", "_0.nvd", "_0_Lucene80_0.dvm", "_0_Lucene80_0.dvd", "_0.kdm", "_0.kdi", "_0.kdd"];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_truncated_file_is_corrupt(string file)
    {
        using ColumnSegment segment = Write();
        byte[] whole = DamagedFile.Read(segment.Directory, file);
        for (var length = 0; length < whole.Length; length += 1 + (whole.Length / 200))
        {
            DamagedFile.Replace(segment.Directory, file, whole.AsSpan(0, length));
            Assert.Throws<CorruptIndexException>(() => ReadAll(segment));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Flipped_bits_under_a_right_checksum_give_values_or_a_corrupt_index(string file)
    {
        using ColumnSegment segment = Write();
        byte[] whole = DamagedFile.Read(segment.Directory, file);
        var random = new Random(file.Length);
        for (var i = 0; i < 400; i++)
        {
            byte[] damaged = [.. whole];
            damaged[random.Next(damaged.Length - CodecFooter.ByteCount)] ^= (byte)(1 << random.Next(8));
            DamagedFile.Sign(damaged);
            DamagedFile.Replace(segment.Directory, file, damaged);
            try
            {
                ReadAll(segment);
            }
            catch (CorruptIndexException)
            {
            }
        }
    }

    [Theory]
    [InlineData("_0.nvd")]
    [InlineData("_0_Lucene80_0.dvd")]
    [InlineData("_0.kdd")]
    [InlineData("_0.kdi")]
    public void A_flipped_bit_fails_the_check_of_integrity(string file)
    {
        using ColumnSegment segment = Write();
        byte[] damaged = DamagedFile.Read(segment.Directory, file);
        damaged[damaged.Length / 2] ^= 4;
        DamagedFile.Replace(segment.Directory, file, damaged);

        Assert.Throws<CorruptIndexException>(() =>
        {
            using Lucene80NormsReader norms = Lucene80NormsReader.Open(segment.ReadState);
            norms.CheckIntegrity();
            using Lucene80DocValuesReader columns = segment.OpenColumns();
            columns.CheckIntegrity();
            using Lucene86PointsReader points = Lucene86PointsReader.Open(segment.ReadState);
            points.CheckIntegrity();
        });
    }

    private static ColumnSegment Write()
    {
        var segment = new ColumnSegment(MaxDoc, Text, Number, Bytes, Word, Words, Numbers, Blocks, Table, Point);
        int[] some = [.. Enumerable.Range(0, 200).Select(i => i * 331)];
        int[] many = [.. Enumerable.Range(0, MaxDoc).Where(doc => doc % 9 == 0)];
        var terms = new TermList(TestTerms.Sorted(100));
        segment.WriteNorms(Text, [.. many.Select(doc => (doc, doc % 100L))]).Dispose();
        segment.WriteColumns(writer =>
        {
            writer.AddNumeric(Number, () => new NumericList([.. some.Select(doc => (doc, doc * 1000L))]));
            writer.AddBinary(Bytes, () => new BinaryList([.. some.Select(doc => (doc, new byte[doc % 5]))]));
            writer.AddSorted(Word, () => new SortedList([.. some.Select(doc => (doc, doc % 100))], terms));
            writer.AddSortedSet(Words, () => new SortedSetList([.. some.Select(doc => (doc, doc % 2 == 0 ? new[] { 1, 5 } : [doc % 100]))], terms));
            writer.AddSortedNumeric(Numbers, () => new SortedNumericList([.. some.Select(doc => (doc, new long[1 + (doc % 2)]))]));
            writer.AddNumeric(Blocks, () => new NumericList([.. Enumerable.Range(0, MaxDoc / 2).Select((doc, i) => (doc, i < 3000 ? i * 1_000_003L : 7))]));
            writer.AddNumeric(Table, () => new NumericList([.. many.Select(doc => (doc, doc % 3 * 1_000_000L))]));
        }).Dispose();
        var packed = new byte[2000 * 8];
        for (var i = 0; i < 2000; i++)
            NumericBytes.WriteSortable((long)(i * 37 % 900), packed.AsSpan(i * 8));
        segment.WritePoints(Point, packed, [.. Enumerable.Range(0, 2000)]).Dispose();
        return segment;
    }

    private static void ReadAll(ColumnSegment segment)
    {
        using Lucene80NormsReader norms = Lucene80NormsReader.Open(segment.ReadState);
        Drain(norms.Norms(Text), cursor => cursor.Value);
        norms.Bytes(Text)?.Read([.. Enumerable.Range(0, MaxDoc)], absent: 0, new byte[MaxDoc]);
        using Lucene80DocValuesReader columns = segment.OpenColumns();
        foreach (FieldInfo info in (FieldInfo[])[Number, Blocks, Table])
            Drain(columns.Numeric(info), cursor => cursor.Value);
        Drain(columns.Binary(Bytes), cursor => cursor.Value.Length);
        Drain(columns.SortedNumeric(Numbers), cursor => cursor.NextValue());
        Drain(columns.Sorted(Word), cursor => cursor.Dictionary.Lookup(cursor.Ordinal).Length);
        Drain(columns.SortedSet(Words), cursor => cursor.NextOrdinal());
        columns.Sorted(Word)?.Dictionary.Find("common/prefix/of"u8);
        using Lucene86PointsReader points = Lucene86PointsReader.Open(segment.ReadState);
        foreach (CellRelation relation in (CellRelation[])[CellRelation.Inside, CellRelation.Crosses])
            points.Points(Point)?.Intersect(new ConstantVisitor(relation));
    }

    private static void Drain<TCursor>(TCursor? cursor, Func<TCursor, long> read)
        where TCursor : DocValuesCursor
    {
        for (int doc = cursor?.NextDoc() ?? DocIdCursor.NoMoreDocs; doc != DocIdCursor.NoMoreDocs; doc = cursor!.NextDoc())
        {
            Assert.InRange(doc, 0, MaxDoc - 1);
            read(cursor!);
        }
    }

    private sealed class ConstantVisitor(CellRelation relation) : IPointVisitor
    {
        public CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) => relation;

        public void VisitInside(ReadOnlySpan<int> docs) => Assert.True(docs.Length > 0);

        public void Visit(int docId, ReadOnlySpan<byte> packedValue) => Assert.InRange(docId, 0, MaxDoc - 1);
    }
}
