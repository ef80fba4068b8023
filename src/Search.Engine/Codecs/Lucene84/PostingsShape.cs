using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Which columns the postings of a field have.</summary>
/// <remarks>Postings notes, section 8.</remarks>
internal readonly record struct PostingsShape(bool HasFreqs, bool HasPositions, bool HasOffsets, bool HasPayloads)
{
    /// <summary>Whether the <c>.pay</c> file holds something of the field.</summary>
    public bool HasPayloadFile => HasOffsets || HasPayloads;

    /// <summary>The columns of a field; its payload bit counts only beside positions.</summary>
    public static PostingsShape Of(FieldInfo field) =>
        new(field.HasFreqs, field.HasPositions, field.HasOffsets, field.HasPayloads && field.HasPositions);
}
