using Search.Engine.Codecs.Lucene84;
using Search.Engine.Store;
using Search.Engine.Util;
using Search.TableGenerator;
using UnpackKernels = Search.TableGenerator.UnpackKernels;

namespace Search.Engine.Tests.Codecs.Lucene84;

public sealed class PackedBlockTests
{
    // CRC-32 of the encoded bytes by width: postings notes, section 2.6.
    private static readonly uint[] Checksums =
    [
        0x3175d267, 0xebd20566, 0xe78aef53, 0x7232a102, 0xb31d25bf, 0x8a559e7d, 0xd040920c, 0x4823974b,
        0x9df700ed, 0x0103d602, 0x1ae52fcb, 0xd824890e, 0x2554cde2, 0xff85c2b5, 0x9ea8093f, 0x6eb8d158,
        0xfad1dc94, 0xe8071dd9, 0xc76e08e5, 0x370745ec, 0x8052cd99, 0xb8354171, 0x3e32210b, 0xbbd4d12c,
        0x60631162, 0xb651df56, 0x472847ab, 0x707a36c1, 0xd949bc60, 0xf495d28f, 0x7d014658, 0x9192013c,
    ];

    public static TheoryData<int> Widths => [.. Enumerable.Range(1, 32)];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Known_values_encode_to_Lucenes_bytes_and_decode_again(int bits)
    {
        int[] values = [.. Enumerable.Range(0, 128).Select(i => (int)((uint)(i * 2654435761L + 12345) >> (32 - bits)))];
        var output = new ByteBufferOutput();
        PackedBlock.Encode(values, bits, output);
        Assert.Equal(PackedBlock.ByteCount(bits), output.Length);
        Assert.Equal(Checksums[bits - 1], Crc32.Compute(output.Written));

        var decoded = new int[128];
        PackedBlock.Decode(output.Written, bits, decoded);
        Assert.Equal(values, decoded);
    }
    [Fact]
    public void The_vectorised_routine_of_every_width_answers_like_the_plain_one()
    {
        for (var bits = 1; bits <= PackedBlock.MaxBits; bits++)
        {
            var random = new Random(bits);
            var packed = new byte[PackedBlock.ByteCount(bits)];
            int[] expected = new int[128], decoded = new int[128];
            for (var round = 0; round < 50; round++)
            {
                random.NextBytes(packed);
                PackedBlock.DecodeScalar(packed, bits, expected);
                PackedBlock.DecodeVector256(packed, bits, decoded);
                Assert.Equal(expected, decoded);
            }
        }
    }

    [Fact]
    public void Too_few_bytes_are_refused_before_any_is_read() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PackedBlock.DecodeVector256(new byte[79], 5, new int[128]));

    [Fact]
    public void The_routines_in_the_repository_are_what_the_generator_writes()
    {
        GeneratedFile file = UnpackKernels.Generate();
        string committed = File.ReadAllText(Path.Combine(RepositoryPaths.Root, UnpackKernels.OutputFolder, file.Name));
        Assert.True(committed == file.Content, $"{file.Name}: run the generator (tests/Search.TableGenerator/README.md)");
    }
}
