using Search.Engine.Index;

namespace Search.Engine.Search.Proximity;

/// <summary>Where and how sources are opened.</summary>
/// <param name="Leaf">The segment.</param>
/// <param name="Field">The field whose positions are looked at.</param>
/// <param name="Detail">Positions, or offsets too.</param>
/// <param name="Budget">What expansions are counted by; null: only by each source's own limit.</param>
internal sealed record IntervalContext(Leaf Leaf, string Field, PostingsDetail Detail, SearchBudget? Budget)
{
    /// <summary>Whether offsets are read with the positions.</summary>
    public bool HasOffsets => Detail == PostingsDetail.Everything;

    /// <summary>The field's terms; null when the segment has none.</summary>
    /// <exception cref="InvalidOperationException">The field was indexed without positions.</exception>
    public Terms? Terms()
    {
        if (Leaf.Reader.Terms(Field) is not { } terms)
            return null;
        return Leaf.Reader.FieldInfos.Find(Field) is { HasPositions: true }
            ? terms
            : throw new InvalidOperationException($"field \"{Field}\" was indexed without positions; intervals cannot be looked for");
    }
}
