namespace Search.Engine.Highlighting;

/// <summary>What passages are wanted.</summary>
public sealed record PassageOptions
{
    /// <summary>Most passages of one text.</summary>
    public int MaxPassages { get; init; } = 1;

    /// <summary>Sentences to give when nothing is marked; -1: as many as <see cref="MaxPassages"/>.</summary>
    public int MaxUnmarkedPassages { get; init; } = -1;

    /// <summary>Whether each word of a phrase is a mark of its own, as in Lucene 8; otherwise the phrase is one mark.</summary>
    public bool MarksWordsOfPhrases { get; init; }

    /// <summary>Longest text that is looked at, in UTF-16 code units; the rest is ignored.</summary>
    public int MaxLength { get; init; } = 10_000;
}
