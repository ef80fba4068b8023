using System.Buffers.Binary;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Index;
using Search.Engine.Store;
using Search.Engine.Util;

namespace Search.Engine.Tests.Codecs.Lucene84;

/// <summary>Whatever the bytes say, the only failure is <see cref="CorruptIndexException"/>, and every walk ends.</summary>
public sealed class DamagedFilesTests : IDisposable
{
    private const int MaxDoc = 1200;
    private static readonly string[] Extensions = ["doc", "pos", "pay", "tim", "tip", "tmd"];

    private readonly WrittenPostings _sound = new RandomPostings(21).EveryKind(MaxDoc, 60).Write();

    public void Dispose() => _sound.Dispose();

    [Fact]
    public void A_file_that_was_cut_is_refused()
    {
        foreach (string extension in Extensions)
        {
            byte[] bytes = Read(extension);
            int step = Math.Max(1, bytes.Length / 50);
            for (var length = 0; length < bytes.Length; length += step)
            {
                using WrittenPostings cut = Replace(extension, bytes[..length]);
                Assert.Throws<CorruptIndexException>(() => cut.Open().Dispose());
            }
        }
    }

    [Fact]
    public void A_file_that_is_missing_is_not_found()
    {
        foreach (string extension in Extensions)
        {
            using WrittenPostings without = Replace(extension, null);
            Assert.Throws<FileNotFoundException>(() => without.Open().Dispose());
        }
    }

    [Theory]
    [InlineData("doc", 91)]
    [InlineData("pos", 92)]
    [InlineData("pay", 93)]
    [InlineData("tim", 94)]
    [InlineData("tip", 95)]
    [InlineData("tmd", 96)]
    public void Flipped_bits_under_a_good_checksum_are_corrupt_or_other_data(string extension, int seed)
    {
        var random = new Random(seed);
        byte[] sound = Read(extension);
        for (var round = 0; round < 150; round++)
        {
            byte[] bytes = [.. sound];
            for (int flips = random.Next(1, 30); flips > 0; flips--)
                bytes[random.Next(bytes.Length - 16)] ^= (byte)(1 << random.Next(8));
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(bytes.Length - 8), Crc32.Compute(bytes.AsSpan(0, bytes.Length - 8)));
            using WrittenPostings damaged = Replace(extension, bytes);
            Exception? failure = Record.Exception(() => ReadAll(damaged));
            Assert.True(failure is null or CorruptIndexException, $"round {round}: {failure}");
        }
    }

    [Fact]
    public void A_flipped_bit_shows_in_the_checksums()
    {
        foreach (string extension in Extensions)
        {
            byte[] bytes = Read(extension);
            bytes[^17] ^= 4; // the last before the footer
            using WrittenPostings damaged = Replace(extension, bytes);
            Assert.Throws<CorruptIndexException>(() =>
            {
                using Lucene84FieldsReader reader = damaged.Open();
                reader.CheckIntegrity();
            });
        }
    }

    // Every field goes its own way into its data, also when the one before it failed.
    private static void ReadAll(WrittenPostings damaged)
    {
        using Lucene84FieldsReader reader = damaged.Open();
        Exception? last = null;
        foreach (FieldInfo field in damaged.Fields)
        {
            if (reader.Terms(field.Name) is not { } terms)
                continue;
            last = Record.Exception(() => Walk(terms)) ?? last;
            for (var lead = 0; lead < 256; lead += 16)
            {
                last = Record.Exception(() => terms.TryGet([(byte)lead], out _)) ?? last;
                last = Record.Exception(() => terms.Enumerate().SeekCeiling([(byte)lead])) ?? last;
            }
            if (last is not (null or CorruptIndexException))
                break;
        }
        if (last is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(last);
    }

    private static void Walk(Terms terms)
    {
        TermsEnum cursor = terms.Enumerate();
        while (cursor.Next())
        {
            TermState state = cursor.State;
            CorruptIndexException? failure = null;
            foreach (Action<Terms, TermState> read in (Action<Terms, TermState>[])[ReadDocuments, ReadJumps, ReadBlocks])
            {
                try
                {
                    read(terms, state);
                }
                catch (CorruptIndexException e)
                {
                    failure = e;
                }
            }
            if (failure is not null)
                throw failure;
        }
    }

    private static void ReadDocuments(Terms terms, TermState state)
    {
        PostingsEnum postings = terms.Postings(state, PostingsDetail.Everything);
        while (postings.NextDoc() != DocIdCursor.NoMoreDocs)
        {
            for (var i = 0; i < postings.Freq && postings.NextPosition() >= 0; i++)
                _ = postings.Payload.Length;
        }
    }

    private static void ReadJumps(Terms terms, TermState state)
    {
        PostingsEnum postings = terms.Postings(state, PostingsDetail.Everything);
        for (var target = 0; postings.Advance(target) != DocIdCursor.NoMoreDocs; target = postings.DocId + 200)
            postings.NextPosition();
    }

    private static void ReadBlocks(Terms terms, TermState state)
    {
        PostingsBlocks blocks = terms.Blocks(state, withFreqs: true);
        for (var target = 0; blocks.AdvanceBlock(target); target = Math.Max(target, blocks.Docs[^1]) + 300)
        {
            blocks.AdvanceShallow(target);
            _ = blocks.ImpactsUpTo(target + 100).Length + blocks.Freqs.Length;
        }
    }

    private byte[] Read(string extension)
    {
        using IndexInput input = _sound.Directory.OpenInput(NameOf(extension));
        return input.ReadSpan((int)input.Length).ToArray();
    }

    private WrittenPostings Replace(string extension, byte[]? bytes)
    {
        var directory = new MemoryDirectory();
        foreach (string other in Extensions)
        {
            if (other == extension && bytes is null)
                continue;
            using IndexOutput output = directory.CreateOutput(NameOf(other));
            output.WriteBytes(other == extension ? bytes : Read(other));
        }
        return _sound with { Directory = directory };
    }

    private string NameOf(string extension) => _sound.Segment.FileName(extension, "Lucene84_0");
}
