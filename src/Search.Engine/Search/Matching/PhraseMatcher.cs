namespace Search.Engine.Search.Matching;

/// <summary>Finds the occurrences of a phrase, one after another, in the document whose positions its places hold.</summary>
/// <remarks>One thread.</remarks>
internal abstract class PhraseMatcher
{
    /// <summary>Moves to the first match in the document.</summary>
    public abstract bool FirstMatch();

    /// <summary>Moves to the next match in the document.</summary>
    public abstract bool NextMatch();

    /// <summary>What the current match adds to the frequency.</summary>
    public abstract float MatchWeight { get; }

    /// <summary>Where the current match is.</summary>
    public abstract PhraseMatch Match { get; }

    /// <summary>The phrase's frequency, from the first match on: uses the matches up.</summary>
    public float Freq()
    {
        float freq = MatchWeight;
        while (NextMatch())
            freq += MatchWeight;
        return freq;
    }

    /// <summary>A matcher for the places of a phrase, at least one.</summary>
    public static PhraseMatcher Create(PhrasePlace[] places, int slop) =>
        IsExact(places.Length, slop) ? new ExactPhraseMatcher(places) : new SloppyPhraseMatcher(places, slop);

    /// <summary>Whether every term must be exactly at its place.</summary>
    public static bool IsExact(int places, int slop) => slop == 0 || places == 1;
}
