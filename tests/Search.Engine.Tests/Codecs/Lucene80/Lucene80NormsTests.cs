using Search.Engine.Codecs.Lucene80;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene80;

public sealed class Lucene80NormsTests
{
    private static readonly FieldInfo Body = ColumnSegment.Text("body", 0);

    [Theory]
    [InlineData(-5, -5)]
    [InlineData(sbyte.MinValue, sbyte.MaxValue)]
    [InlineData(short.MinValue, short.MaxValue)]
    [InlineData(int.MinValue, int.MaxValue)]
    [InlineData(long.MinValue, long.MaxValue)]
    public void Norms_of_every_width_are_read_back(long min, long max)
    {
        foreach (string name in (string[])["none", "all", "one percent", "first"])
        {
            var random = new Random(1);
            (int, long)[] norms = [.. TestDocs.Of(name).Select((doc, i) => (doc, i == 0 ? min : i == 1 ? max : min + (long)(random.NextDouble() * ((double)max - min))))];
            using var segment = new ColumnSegment(TestDocs.MaxDoc, Body);
            using Lucene80NormsReader reader = segment.WriteNorms(Body, norms);

            reader.CheckIntegrity();
            Dictionary<int, string> expected = norms.ToDictionary(norm => norm.Item1, norm => $"{norm.Item2}");
            ColumnAssert.Equal(expected, TestDocs.MaxDoc, () => reader.Norms(Body), cursor => $"{cursor.Value}");
        }
    }

    [Fact]
    public void One_byte_norms_of_all_documents_come_straight_from_the_file()
    {
        (int, long)[] norms = [.. Enumerable.Range(0, 1000).Select(doc => (doc, (long)(sbyte)(doc * 7)))];
        using var segment = new ColumnSegment(1000, Body);
        using Lucene80NormsReader reader = segment.WriteNorms(Body, norms);

        Assert.Equal(norms.Select(norm => (byte)norm.Item2), reader.Bytes(Body)!.Dense.ToArray());
    }

    [Theory]
    [MemberData(nameof(TestDocs.Names), MemberType = typeof(TestDocs))]
    public void One_byte_norms_are_read_for_documents_in_any_order_as_a_cursor_reads_them(string name)
    {
        (int, long)[] norms = [.. TestDocs.Of(name).Select((doc, i) => (doc, i == 0 ? -7L : (sbyte)(doc * 31)))];
        using var segment = new ColumnSegment(TestDocs.MaxDoc, Body);
        using Lucene80NormsReader reader = segment.WriteNorms(Body, norms);
        Dictionary<int, byte> expected = norms.ToDictionary(norm => norm.Item1, norm => (byte)norm.Item2);
        var random = new Random(3);
        int[] ascending = [.. Enumerable.Range(0, TestDocs.MaxDoc)];
        int[] mixed = [.. Enumerable.Range(0, 20_000).Select(_ => random.Next(TestDocs.MaxDoc))];

        // One norm, or none, is not stored as bytes but as a constant.
        if (reader.Bytes(Body) is not { } bytes)
        {
            Assert.True(norms.Length < 2);
            return;
        }
        foreach (int[] docs in (int[][])[ascending, mixed])
        {
            var read = new byte[docs.Length];
            bytes.Read(docs, absent: 77, read);
            Assert.Equal(docs.Select(doc => expected.GetValueOrDefault(doc, (byte)77)), read);
        }
    }

    [Fact]
    public void Wide_norms_are_not_served_as_bytes_and_sparse_ones_not_as_dense()
    {
        using var sparse = new ColumnSegment(10, Body);
        using Lucene80NormsReader sparseReader = sparse.WriteNorms(Body, [(3, 1), (4, 2)]);
        using var wide = new ColumnSegment(2, Body);
        using Lucene80NormsReader wideReader = wide.WriteNorms(Body, [(0, 1), (1, 1000)]);

        Assert.True(sparseReader.Bytes(Body)!.Dense.IsEmpty);
        Assert.Null(wideReader.Bytes(Body));
    }

    [Fact]
    public void A_bitmap_whose_members_are_not_as_many_as_its_block_says_is_corrupt()
    {
        (int, long)[] norms = [.. Enumerable.Range(0, 10_000).Select(doc => (2 * doc, (long)(doc % 9)))];
        using var segment = new ColumnSegment(70_000, Body);
        segment.WriteNorms(Body, norms).Dispose();
        byte[] damaged = DamagedFile.Read(segment.Directory, "_0.nvd");
        damaged[3000] |= 0xFF;
        DamagedFile.Sign(damaged);
        DamagedFile.Replace(segment.Directory, "_0.nvd", damaged);
        using Lucene80NormsReader reader = Lucene80NormsReader.Open(segment.ReadState);

        Assert.Throws<CorruptIndexException>(() => reader.Bytes(Body));
    }

    [Fact]
    public void A_field_that_is_not_in_the_files_has_no_norms()
    {
        using var segment = new ColumnSegment(2, Body);
        using Lucene80NormsReader reader = segment.WriteNorms(Body, [(0, 1), (1, 2)]);

        Assert.Null(reader.Norms(ColumnSegment.Text("other", 1)));
    }

    [Fact]
    public void The_files_have_the_bytes_of_the_worked_dump()
    {
        using var segment = new ColumnSegment(4, Body);
        using Lucene80NormsReader reader = segment.WriteNorms(Body, [(0, 3), (1, 1), (2, 0)]);

        string meta = "00000000" + "000000000000002B" + "0000000000000010" + "0000" + "09" + "00000003" + "01" + "000000000000003B" + "FFFFFFFF";
        Assert.Equal(meta, segment.Body("nvm", 47));
        Assert.Equal("00000002000000010002" + "7FFF0000FFFF" + "030100", segment.Body("nvd", 43));
    }

    [Fact]
    public void A_field_without_any_norm_stores_the_largest_number_as_its_constant()
    {
        using var segment = new ColumnSegment(4, Body);
        using Lucene80NormsReader reader = segment.WriteNorms(Body, []);

        Assert.Equal("00000000" + "FFFFFFFFFFFFFFFE" + "0000000000000000" + "FFFF" + "FF" + "00000000" + "00" + "7FFFFFFFFFFFFFFF" + "FFFFFFFF", segment.Body("nvm", 47));
        Assert.Equal(DocIdCursor.NoMoreDocs, reader.Norms(Body)!.NextDoc());
    }
}
