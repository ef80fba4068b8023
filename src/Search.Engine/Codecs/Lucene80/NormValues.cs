using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Signed integers of 1, 2, 4 or 8 bytes, one after another.</summary>
/// <remarks>Column notes, section 2.3.</remarks>
internal sealed class NormValues(IndexInput data, long offset, int width) : NumericValues
{
    public override long Get(long slot) => width switch
    {
        1 => (sbyte)data.ByteAt(offset + slot),
        2 => data.Int16At(offset + 2 * slot),
        4 => data.Int32At(offset + 4 * slot),
        _ => data.Int64At(offset + 8 * slot),
    };
}
