namespace Search.Engine.Codecs.Lucene80;

/// <summary>A stored block of a document set.</summary>
/// <param name="Number">Its documents are those from 65,536 times that on.</param>
/// <param name="Cardinality">Its members; 0: a block that is not stored.</param>
/// <param name="Members">Where its list or its bitmap begins, behind rank entries.</param>
/// <param name="SlotsBefore">Members of the blocks before.</param>
internal readonly record struct DocumentSetBlock(int Number, int Cardinality, long Members, int SlotsBefore)
{
    public bool IsList => Cardinality <= DocumentSetFormat.MaxSparseCardinality;

    public bool IsFull => Cardinality == DocumentSetFormat.BlockDocs;
}
