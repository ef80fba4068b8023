using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;
using Search.Engine.Tests.Codecs.Lucene84;

namespace Search.Engine.Tests.Codecs.BlockTree;

/// <summary>Seeks and walks against a sorted list.</summary>
public sealed class TermsEnumTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 30)]
    [InlineData(3, 2000)]
    [InlineData(4, 20_000)]
    public void Seeks_equal_those_in_a_sorted_list(int seed, int count)
    {
        byte[][] words = [.. new RandomPostings(seed).Words(count)];
        using WrittenPostings written = Model(words).Write();
        using Lucene84FieldsReader reader = written.Open();
        AssertSeeks(reader.Terms("f")!, words, seed);
    }

    [Fact]
    public void Ids_that_share_long_prefixes_make_floor_blocks_that_are_found()
    {
        byte[][] words = [.. Enumerable.Range(0, 3000).Select(i => System.Text.Encoding.ASCII.GetBytes($"s0-{i}")).Order(Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)))];
        using WrittenPostings written = Model(words).Write();
        using Lucene84FieldsReader reader = written.Open();
        AssertSeeks(reader.Terms("f")!, words, seed: 5);
    }

    [Fact]
    public void A_term_may_be_as_long_as_an_index_takes()
    {
        byte[][] words = [.. Enumerable.Range(0, 60).Select(i => { var word = new byte[Term.MaxBytes]; word[^1] = (byte)i; return word; })];
        using WrittenPostings written = Model(words).Write();
        using Lucene84FieldsReader reader = written.Open();
        AssertSeeks(reader.Terms("f")!, words, seed: 6, rounds: 50);
    }

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        byte[][] words = [.. new RandomPostings(8).Words(5000)];
        using WrittenPostings written = Model(words).Write();
        using Lucene84FieldsReader reader = written.Open();
        Terms terms = reader.Terms("f")!;
        long LookUpAll()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            foreach (byte[] word in words)
                terms.TryGet(word, out _);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        LookUpAll(); // fills the shared pool
        Assert.Equal(0, LookUpAll());
    }

    internal static PostingsModel Model(byte[][] words)
    {
        var model = new PostingsModel { MaxDoc = words.Length };
        model.Fields.Add(new FieldModel(
            new FieldInfo { Name = "f", Number = 7, IndexOptions = IndexOptions.Docs, OmitsNorms = true },
            [.. words.Select((word, docId) => new TermModel(word, [new DocModel(docId, 1, [])]))]));
        return model;
    }

    // Each word's document is its place in the list.
    private static void AssertSeeks(Terms terms, byte[][] words, int seed, int rounds = 3000)
    {
        var random = new Random(seed);
        TermsEnum cursor = terms.Enumerate();
        for (var round = 0; round < rounds; round++)
        {
            byte[] target = Target(words, random);
            int index = Array.BinarySearch(words, target, Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)));
            Assert.Equal(index >= 0, terms.TryGet(target, out TermState state));
            if (index >= 0)
                Assert.Equal(index, terms.Postings(state, PostingsDetail.Docs).NextDoc());
            else
                index = ~index;

            Assert.Equal(index < words.Length, cursor.SeekCeiling(target));
            for (int steps = random.Next(4) == 0 ? 200 : 2; steps > 0 && index < words.Length; steps--)
            {
                Assert.Equal(words[index], cursor.Term);
                Assert.Equal(index, terms.Postings(cursor.State, PostingsDetail.Docs).NextDoc());
                index++;
                Assert.Equal(index < words.Length, cursor.Next());
            }
        }
    }

    private static byte[] Target(byte[][] words, Random random)
    {
        byte[] word = words[random.Next(words.Length)];
        switch (random.Next(5))
        {
            case 0:
                return word;
            case 1:
                return word[..random.Next(word.Length + 1)];
            case 2:
                return [.. word, (byte)random.Next(256)];
            case 3 when word.Length > 0:
                byte[] other = [.. word];
                other[random.Next(other.Length)] += (byte)(random.Next(2) * 2 - 1);
                return other;
            default:
                var bytes = new byte[random.Next(4)];
                random.NextBytes(bytes);
                return bytes;
        }
    }
}
