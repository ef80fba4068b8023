namespace Search.Engine.Codecs;

/// <summary>The norms of one field of a segment being written, by document, in any order.</summary>
internal interface INormLookup
{
    /// <summary>The norm of a document; 1 when the document has none.</summary>
    long NormOf(int docId);
}
