namespace Search.Engine.Automata;

/// <summary>How far a word has been read when an edit distance is counted.</summary>
/// <param name="Offset">Characters of the word, from some base.</param>
/// <param name="Edits">Edits so far.</param>
/// <param name="IsSwapped">Whether the character behind the next was read in its place, so that the next must follow: half a transposition.</param>
internal readonly record struct EditPosition(int Offset, int Edits, bool IsSwapped)
{
    /// <summary>Whether whatever can be reached from another position can be reached from this one with no more edits.</summary>
    /// <remarks>
    /// The characters between the two are left out or put in. A swapped position reads one known character and stands two
    /// further on: as far as one that is one behind it and has its edit still to come.
    /// </remarks>
    public bool Subsumes(EditPosition other)
    {
        if (IsSwapped)
            return other.IsSwapped && Offset == other.Offset && Edits < other.Edits;
        int distance = Math.Abs(Offset - (other.IsSwapped ? other.Offset + 1 : other.Offset));
        return Edits < other.Edits && distance <= other.Edits - Edits;
    }
}
