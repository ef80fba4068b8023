using Search.Engine.Index;

namespace Search.Engine.Segments.Checking;

/// <summary>Checks the ordinals of a column against its dictionary: all in range, every entry in use.</summary>
internal sealed class OrdinalCheck(FieldInfo info, int valueCount, CheckProblems problems)
{
    private readonly FixedBitSet _used = new(valueCount);

    public void Check(int doc, int ordinal)
    {
        if ((uint)ordinal < (uint)valueCount)
            _used.Set(ordinal);
        else
            problems.Add($"{info.Name}: document {doc} has ordinal {ordinal} of {valueCount}");
    }

    public void ExpectAllUsed()
    {
        int unused = valueCount - _used.Cardinality();
        if (unused > 0)
            problems.Add($"{info.Name}: {unused} of {valueCount} dictionary entries belong to no document");
    }
}
