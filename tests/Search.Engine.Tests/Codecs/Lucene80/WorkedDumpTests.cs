using System.Text;
using Search.Engine.Index;

namespace Search.Engine.Tests.Codecs.Lucene80;

/// <summary>The four-document segment of the column notes, section 10, byte by byte.</summary>
public sealed class WorkedDumpTests
{
    private static readonly FieldInfo Price = ColumnSegment.Column("price", 1, DocValuesType.Numeric);
    private static readonly FieldInfo Rank = ColumnSegment.Column("rank", 2, DocValuesType.Numeric);
    private static readonly FieldInfo Tag = ColumnSegment.Column("tag", 3, DocValuesType.SortedSet);

    [Fact]
    public void The_metadata_is_the_worked_dump()
    {
        using ColumnSegment segment = Write();
        const string Ones = "FFFFFFFFFFFFFFFF";
        const string Zeros = "0000000000000000";
        string price = "0000000100" + Ones + Zeros + "FFFFFF" + "0000000000000004" + "00000003"
            + "0000000000000064" + "00000000000000FA" + "00000000000003E8" + "02" + Zeros + "0000000000000001"
            + "0000000000000039" + "0000000000000004" + Ones;
        string tag = "0000000303" + "01" + "000000000000003D" + "0000000000000010" + "000009" + "02" + "000000000000004D" + "0000000000000005"
            + "00000003" + "0000000000000052" + "10" + Zeros + "3FD55555" + Zeros + "01" + "0000000000000004"
            + "03" + "00000004" + "00000010" + Zeros + "00000000" + Zeros + "00" + "00000005"
            + "0000000000000056" + "000000000000000F" + "0000000000000065" + Zeros
            + "0000000A" + Zeros + "00000000" + Zeros + "00" + "0000000000000065" + Zeros + "0000000000000065" + Zeros;
        string rank = "0000000200" + "0000000000000065" + "0000000000000010" + "000009" + "0000000000000003" + "FFFFFFFF" + "02"
            + "0000000000000001" + "0000000000000001" + "0000000000000075" + "0000000000000004" + Ones;

        Assert.Equal(price + tag + rank + "FFFFFFFF", segment.Body("dvm", 61, "Lucene80_0"));
    }

    [Fact]
    public void The_data_is_the_worked_dump()
    {
        using ColumnSegment segment = Write();
        const string Docs013 = "00000002000000010003" + "7FFF0000FFFF";
        string terms = "04" + Hex("blue") + "40" + Hex("green") + "20" + Hex("red");

        Assert.Equal("12000000" + Docs013 + "2980000000" + "40000000" + terms + Docs013 + "1C000000", segment.Body("dvd", 57, "Lucene80_0"));
    }

    private static ColumnSegment Write()
    {
        var segment = new ColumnSegment(4, Price, Rank, Tag);
        var tags = new TermList([.. ((string[])["blue", "green", "red"]).Select(Encoding.UTF8.GetBytes)]);
        segment.WriteColumns(writer =>
        {
            writer.AddNumeric(Price, () => new NumericList([(0, 100), (1, 250), (2, 100), (3, 1000)]));
            writer.AddSortedSet(Tag, () => new SortedSetList([(0, [0, 2]), (1, [2]), (3, [1, 2])], tags));
            writer.AddNumeric(Rank, () => new NumericList([(0, 1), (1, 2), (3, 4)]));
        }).Dispose();
        return segment;
    }

    private static string Hex(string text) => Convert.ToHexString(Encoding.UTF8.GetBytes(text));
}
