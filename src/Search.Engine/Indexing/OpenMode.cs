namespace Search.Engine.Indexing;

/// <summary>What a writer does about the index that it finds, or does not find.</summary>
public enum OpenMode
{
    /// <summary>Continues the index; starts an empty one where there is none.</summary>
    CreateOrAppend,

    /// <summary>Starts an empty index; the last commit of an old one stays valid until the first commit of the new one.</summary>
    Create,

    /// <summary>Continues the index; where there is none that is an error.</summary>
    Append,
}
