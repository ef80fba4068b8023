using Search.Engine.Codecs.Packed;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Numbers as multiples of a divisor above a minimum.</summary>
/// <remarks>Column notes, section 3.4: 64-bit arithmetic that wraps.</remarks>
internal sealed class PackedValues(PackedReader packed, long min, long gcd) : NumericValues
{
    public override long Get(long slot) => min + gcd * packed.Get(slot);
}
