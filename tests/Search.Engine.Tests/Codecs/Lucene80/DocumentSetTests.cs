using Search.Engine.Codecs.Lucene80;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene80;

public sealed class DocumentSetTests
{
    [Theory]
    [MemberData(nameof(TestDocs.Names), MemberType = typeof(TestDocs))]
    public void Every_way_through_a_set_meets_its_members_at_their_slots(string name)
    {
        int[] docs = TestDocs.Of(name);
        using var directory = new MemoryDirectory();
        using IndexInput data = Write(directory, docs, TestDocs.MaxDoc, out DocumentSetHeader header);
        var set = new DocumentSet(header, data, TestDocs.MaxDoc, docs.Length);
        Dictionary<int, string> slots = docs.Select((doc, slot) => (doc, slot)).ToDictionary(pair => pair.doc, pair => $"{pair.slot}");

        ColumnAssert.Equal(slots, TestDocs.MaxDoc, () => new SlotCursor(set.IsDense ? set.OpenDense() : set.OpenSparse()), cursor => $"{cursor.Slot}");
    }

    [Fact]
    public void Sets_without_jump_and_rank_tables_are_read()
    {
        int[] docs = TestDocs.Of("mixed");
        using var directory = new MemoryDirectory();
        using IndexInput plain = WritePlain(directory, docs);
        var set = new DocumentSet(new DocumentSetHeader(0, plain.Length, 0, -1), plain, TestDocs.MaxDoc, docs.Length);
        Dictionary<int, string> slots = docs.Select((doc, slot) => (doc, slot)).ToDictionary(pair => pair.doc, pair => $"{pair.slot}");

        ColumnAssert.Equal(slots, TestDocs.MaxDoc, () => new SlotCursor(set.OpenSparse()), cursor => $"{cursor.Slot}");
    }

    [Fact]
    public void A_small_set_has_the_bytes_of_the_worked_example()
    {
        using var directory = new MemoryDirectory();
        using IndexInput data = Write(directory, [0, 1, 3], maxDoc: 4, out DocumentSetHeader header);

        Assert.Equal("00000002000000010003" + "7FFF0000FFFF", Convert.ToHexString(data.SpanAt(0, (int)data.Length)));
        Assert.Equal(new DocumentSetHeader(0, 16, 0, 9), header);
    }

    [Fact]
    public void Jump_entries_of_blocks_that_are_not_stored_lead_to_the_next_one()
    {
        using var directory = new MemoryDirectory();
        using IndexInput data = Write(directory, [7, 3 * 65_536 + 5], maxDoc: 1_000_000, out DocumentSetHeader header);

        // Blocks 0 and 3 at 0 and 6, the end block at 12, then entries 0 to 4.
        string jumps = Convert.ToHexString(data.SpanAt(18, (int)data.Length - 18));
        Assert.Equal("0000000000000000" + "0000000100000006" + "0000000100000006" + "0000000100000006" + "000000020000000C", jumps);
        Assert.Equal(5, header.JumpEntries);
    }

    private static IndexInput Write(MemoryDirectory directory, int[] docs, int maxDoc, out DocumentSetHeader header)
    {
        using (IndexOutput output = directory.CreateOutput("set"))
            header = DocumentSetWriter.Write(output, new NumericList([.. docs.Select(doc => (doc, 0L))]), docs.Length, maxDoc);
        return directory.OpenInput("set");
    }

    // What the format allows at least: no ranks, no jump table.
    private static IndexInput WritePlain(MemoryDirectory directory, int[] docs)
    {
        using (IndexOutput output = directory.CreateOutput("plain"))
        {
            foreach (IGrouping<int, int> block in docs.GroupBy(doc => doc >> 16))
            {
                int count = block.Count();
                output.WriteInt16((short)block.Key);
                output.WriteInt16((short)(count - 1));
                if (count < 4096)
                {
                    foreach (int doc in block)
                        output.WriteInt16((short)doc);
                }
                else if (count < 65_536)
                {
                    var words = new ulong[1024];
                    foreach (int doc in block)
                        words[(doc & 0xFFFF) >> 6] |= 1UL << doc;
                    foreach (ulong word in words)
                        output.WriteInt64((long)word);
                }
            }
            output.WriteBytes([0x7F, 0xFF, 0, 0, 0xFF, 0xFF]);
        }
        return directory.OpenInput("plain");
    }

    private sealed class SlotCursor(ISlots slots) : DocValuesCursor
    {
        public int Slot => slots.Slot;

        public override int DocId => slots.DocId;

        public override long Cost => slots.Cost;

        public override int NextDoc() => slots.NextDoc();

        public override int Advance(int target) => slots.Advance(target);

        public override bool AdvanceExact(int target) => slots.AdvanceExact(target);
    }
}
