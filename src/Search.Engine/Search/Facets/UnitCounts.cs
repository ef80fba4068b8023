using System.Runtime.InteropServices;

namespace Search.Engine.Search.Facets;

/// <summary>Counts units by number: a unit counts once for a number, however often it has it.</summary>
internal sealed class UnitCounts
{
    private readonly Dictionary<long, (int Count, int LastUnit)> _counts = [];

    /// <summary>Number of different numbers.</summary>
    public int DistinctCount => _counts.Count;

    /// <summary>Counts a unit for a number.</summary>
    public void Add(long number, int unit)
    {
        ref (int Count, int LastUnit) known = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, number, out _);
        if (known.LastUnit == unit)
            return;
        known.LastUnit = unit;
        known.Count++;
    }

    /// <summary>How often a number was counted.</summary>
    public long CountOf(long number) => _counts.GetValueOrDefault(number).Count;

    /// <summary>All numbers, ascending.</summary>
    public NumberCount[] Ascending() => [.. _counts.Select(entry => new NumberCount(entry.Key, entry.Value.Count)).OrderBy(entry => entry.Value)];
}
