using System.Numerics;
using System.Runtime.Intrinsics;

namespace Search.Engine.Util;

/// <summary>Finds documents among the ascending ids of a block.</summary>
internal static class BlockSearch
{
    /// <summary>Index of the first of the ascending ids that is at least target; the length when none is.</summary>
    public static int FirstAtLeast(ReadOnlySpan<int> docs, int target) => FirstAtLeast(docs, 0, target);

    /// <summary>The same from a place on that is not behind the answer.</summary>
    public static int FirstAtLeast(ReadOnlySpan<int> docs, int index, int target)
    {
        if (!Vector256.IsHardwareAccelerated)
            return index + FirstAtLeastScalar(docs[index..], target);
        // Ids ascend: the first vector with an id that is not below the target holds the place.
        Vector256<int> targets = Vector256.Create(target);
        for (; index <= docs.Length - Vector256<int>.Count; index += Vector256<int>.Count)
        {
            uint below = Vector256.LessThan(Vector256.Create(docs[index..]), targets).ExtractMostSignificantBits();
            if (below != 0xFF)
                return index + BitOperations.PopCount(below);
        }
        return index + FirstAtLeastScalar(docs[index..], target);
    }

    /// <summary>The definition.</summary>
    internal static int FirstAtLeastScalar(ReadOnlySpan<int> docs, int target)
    {
        var low = 0;
        int high = docs.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (docs[middle] < target)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
