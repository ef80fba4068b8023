using System.Buffers.Binary;
using Search.Engine.Codecs.Lucene80;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene80;

public sealed class TermsDictionaryTests
{
    private static readonly FieldInfo Info = ColumnSegment.Column("word", 0, DocValuesType.Sorted);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(5000)]
    public void Every_term_is_found_and_every_ordinal_looked_up(int count)
    {
        byte[][] terms = TestTerms.Sorted(count);
        using var segment = new ColumnSegment(count + 1, Info);
        using Lucene80DocValuesReader reader = Write(segment, terms);
        IOrdinalDictionary dictionary = reader.Sorted(Info)!.Dictionary;

        Assert.Equal(count, dictionary.ValueCount);
        for (var ordinal = 0; ordinal < count; ordinal++)
            Assert.True(dictionary.Lookup(ordinal).SequenceEqual(terms[ordinal]));
        for (int ordinal = count - 1; ordinal >= 0; ordinal--)
        {
            Assert.Equal(ordinal, dictionary.Find(terms[ordinal]));
            Assert.True(dictionary.Lookup(ordinal).SequenceEqual(terms[ordinal]));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(3000)]
    public void A_string_that_is_not_there_gives_its_insertion_point(int count)
    {
        byte[][] terms = TestTerms.Sorted(count);
        var plain = new TermList(terms);
        using var segment = new ColumnSegment(count + 1, Info);
        using Lucene80DocValuesReader reader = Write(segment, terms);
        IOrdinalDictionary dictionary = reader.Sorted(Info)!.Dictionary;

        IEnumerable<byte[]> near = terms.SelectMany(term => (byte[][])[[.. term, 0], [.. term, 0xFF], [.. term.SkipLast(1)], [.. term.SkipLast(1), 0xFE]]);
        foreach (byte[] value in near.Concat([[], [0], [0xFF, 0xFF]]).Where((_, i) => i % 5 == 0 || count < 100))
            Assert.Equal(plain.Find(value), dictionary.Find(value));
    }

    [Fact]
    public void Look_ups_outside_of_the_dictionary_are_refused()
    {
        using var segment = new ColumnSegment(3, Info);
        using Lucene80DocValuesReader reader = Write(segment, TestTerms.Sorted(2));
        IOrdinalDictionary dictionary = reader.Sorted(Info)!.Dictionary;

        Assert.Throws<ArgumentOutOfRangeException>(() => dictionary.Lookup(2).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => dictionary.Lookup(-1).Length);
    }

    [Fact]
    public void Blocks_that_a_later_release_compressed_are_refused()
    {
        using var segment = new ColumnSegment(3, Info);
        Write(segment, TestTerms.Sorted(2)).Dispose();
        const string File = "_0_Lucene80_0.dvm";
        byte[] meta = DamagedFile.Read(segment.Directory, File);
        const int BlockShift = 61 + 4 + 1 + 19 + 4 + 1 + 16 + 1; // header, field, type, documents, count, width, extent, terms
        Assert.Equal(4, BinaryPrimitives.ReadInt32BigEndian(meta.AsSpan(BlockShift)));
        BinaryPrimitives.WriteInt32BigEndian(meta.AsSpan(BlockShift), 0x00060001);
        DamagedFile.Sign(meta);
        DamagedFile.Replace(segment.Directory, File, meta);

        Assert.Throws<IndexFormatException>(segment.OpenColumns);
    }

    private static Lucene80DocValuesReader Write(ColumnSegment segment, byte[][] terms)
    {
        (int, int)[] entries = [.. terms.Select((_, i) => (i, i))];
        return segment.WriteColumns(writer => writer.AddSorted(Info, () => new SortedList(entries, new TermList(terms))));
    }
}
