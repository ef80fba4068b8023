using System.Runtime.CompilerServices;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

// Documents of a list that lead to many blocks.
internal sealed partial class Lucene84PostingsBlocks
{
    private const int MostVisits = 32;

    // More documents of a block than that are found faster once it is decoded.
    private const int MostInBlock = 2;

    // Where most documents lead to a block of their own the blocks are planned before the first is looked into: none is waited for then.
    [SkipLocalsInit]
    public override bool Match(ReadOnlySpan<int> wanted, Span<int> places, Span<int> freqs, out int found, out int looked)
    {
        if (_term.SkipOffset < 0 || _block >= _blockCount || !AreSparse(wanted))
            return base.Match(wanted, places, freqs, out found, out looked);
        Jumped = false;
        wanted = wanted[..Math.Min(wanted.Length, places.Length)];
        found = 0;
        looked = _block < 0 ? 0 : BlockSearch.FirstAtLeast(wanted, _previousDoc + 1);
        MatchRest(wanted, places, freqs, ref found, ref looked);
        Span<BlockVisit> visits = stackalloc BlockVisit[MostVisits];
        while (looked < wanted.Length)
        {
            int planned = BlockVisit.Plan(_skips.Blocks, _file, wanted, looked, visits);
            foreach (ref readonly BlockVisit visit in visits[..planned])
            {
                if (!Look(visit, wanted[..visit.End], places, freqs, ref found, ref looked))
                    return End();
            }
        }
        return true;
    }

    // Whether not many of them lead to the same block.
    private bool AreSparse(ReadOnlySpan<int> wanted) =>
        wanted.Length > 1 && (wanted[^1] - (long)wanted[0]) * _blockCount * MostInBlock > (long)wanted.Length * _maxDoc;

    // False: the documents that were not looked at are behind the term's last.
    private bool Look(in BlockVisit visit, ReadOnlySpan<int> wanted, Span<int> places, Span<int> freqs, ref int found, ref int looked)
    {
        MoveTo(visit.Number, visit.Previous, visit.Start);
        _lastDoc = visit.Last;
        if (_lastDoc == UnknownDoc || !TryMatchPacked(wanted, places, freqs, ref found, ref looked))
            MatchBlock(wanted, places, freqs, ref found, ref looked);
        MatchRest(wanted, places, freqs, ref found, ref looked);
        return looked == wanted.Length;
    }

    // What was not looked at yet of the current block.
    private void MatchRest(ReadOnlySpan<int> wanted, Span<int> places, Span<int> freqs, ref int found, ref int looked)
    {
        while (looked < wanted.Length && wanted[looked] <= _lastDoc)
            MatchBlock(wanted, places, freqs, ref found, ref looked);
    }

    // Looks for documents without decoding the block, if it is as such blocks mostly are; frequencies are decoded where there is one.
    private bool TryMatchPacked(ReadOnlySpan<int> wanted, Span<int> places, Span<int> freqs, ref int found, ref int looked)
    {
        if (!GapColumns.IsSupported || _block == 0)
            return false;
        IndexInput input = _input ??= _file.Clone();
        input.Seek(_blockStart);
        int bits = input.ReadByte();
        if (bits is 0 or > GapColumns.MaxBits)
            return false;
        Span<int> blockPlaces = stackalloc int[BlockSize];
        ReadOnlySpan<byte> packed = input.ReadSpan(PackedBlock.ByteCount(bits));
        wanted = wanted.Slice(looked, Math.Min(BlockSize, wanted.Length - looked));
        int count = GapColumns.Match(packed, bits, _previousDoc, _lastDoc, wanted, places[found..], blockPlaces);
        if (count < 0)
            return false;
        _freqStart = input.Position;
        Note(blockPlaces[..count], looked, places, freqs, ref found);
        looked += wanted.Length;
        return true;
    }
}
