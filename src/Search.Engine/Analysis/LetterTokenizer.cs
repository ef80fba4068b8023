using Search.Engine.Analysis.Tables;

namespace Search.Engine.Analysis;

/// <summary>Cuts a text into runs of letters.</summary>
/// <remarks>Source: search semantics notes, section 1.4; letters as Unicode 13 defines them. One thread at a time.</remarks>
public sealed class LetterTokenizer : CharacterRunTokenizer
{
    /// <inheritdoc/>
    protected override bool IsTokenCharacter(int codePoint)
    {
        int index = codePoint >> 3; // eight code points a byte
        int block = LetterTable.BlockNumbers[index >> LetterTable.BlockShift];
        int place = index & ((1 << LetterTable.BlockShift) - 1);
        return (LetterTable.Blocks[(block << LetterTable.BlockShift) + place] & (1 << (codePoint & 7))) != 0;
    }
}
