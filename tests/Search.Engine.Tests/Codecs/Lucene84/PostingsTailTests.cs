using Search.Engine.Codecs.Lucene84;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene84;

public sealed class PostingsTailTests
{
    private const int MaxDoc = int.MaxValue - 128;

    [Fact]
    public void Tails_of_any_numbers_are_read_as_number_by_number_wherever_they_end_also_when_damaged()
    {
        var random = new Random(5);
        for (var round = 0; round < 2000; round++)
        {
            bool hasFreqs = round % 2 == 0;
            int count = random.Next(1, 128);
            int previous = round % 3 == 0 ? random.Next(1000) : -1;
            using var directory = new MemoryDirectory();
            using IndexInput input = Write(directory, random, hasFreqs, count, previous, behind: random.Next(2) * 2000);
            int maxDoc = round % 5 == 0 ? random.Next(1, MaxDoc) : MaxDoc;

            Assert.Equal(Outcome(PostingsTail.ReadChecked), Outcome(PostingsTail.Read));

            string Outcome(Reading read)
            {
                var docs = new int[count];
                var freqs = new int[round % 7 == 0 ? 0 : count];
                try
                {
                    read(input, 3, hasFreqs, previous, maxDoc, docs, freqs);
                }
                catch (CorruptIndexException e)
                {
                    return e.Message;
                }
                return $"{string.Join(' ', docs)} {string.Join(' ', freqs)}";
            }
        }
    }

    private delegate void Reading(IndexInput input, long start, bool hasFreqs, int previous, int maxDoc, Span<int> docs, Span<int> freqs);

    // Three bytes in front; now and then a byte that does not belong there.
    private static IndexInput Write(MemoryDirectory directory, Random random, bool hasFreqs, int count, int previous, int behind)
    {
        using (IndexOutput output = directory.CreateOutput("tail"))
        {
            output.WriteBytes([9, 9, 9]);
            long docId = Math.Max(previous, 0);
            for (var i = 0; i < count; i++)
            {
                int gap = (int)Math.Min(1L << random.Next(24), MaxDoc - 1 - docId);
                docId += gap;
                int freq = 1 + (random.Next(3) == 0 ? random.Next(1 << random.Next(31)) : 0);
                if (!hasFreqs)
                    output.WriteVInt32(gap);
                else
                    output.WriteVInt32((gap << 1) | (freq == 1 ? 1 : 0));
                if (hasFreqs && freq != 1)
                    output.WriteVInt32(freq);
                if (random.Next(3000) == 0)
                    output.WriteBytes([0xFF, 0xFF, 0xFF, 0xFF, (byte)random.Next(256)]);
            }
            output.WriteBytes(new byte[behind]);
        }
        return directory.OpenInput("tail");
    }
}
