namespace Search.Engine.Suggest;

/// <summary>For which words corrections are looked for.</summary>
public enum SpellMode
{
    /// <summary>Words that the index does not have.</summary>
    WhenNotInIndex,

    /// <summary>All words; only corrections that are in more documents than the word.</summary>
    MorePopular,

    /// <summary>All words.</summary>
    Always,
}
