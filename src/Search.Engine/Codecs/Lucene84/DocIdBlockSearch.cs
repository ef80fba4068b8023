using System.Runtime.Intrinsics;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Finds a place among the ascending document ids of one block.</summary>
internal static class DocIdBlockSearch
{
    /// <summary>Index of the first of the ascending <paramref name="docIds"/> that is at least target; the length when none is.</summary>
    public static int FirstAtLeast(ReadOnlySpan<int> docIds, int target) =>
        Vector256.IsHardwareAccelerated && docIds.Length >= Vector256<int>.Count
            ? FirstAtLeastVector256(docIds, target)
            : FirstAtLeastScalar(docIds, target);

    /// <summary>The definition; every other body must answer the same.</summary>
    internal static int FirstAtLeastScalar(ReadOnlySpan<int> docIds, int target)
    {
        var index = 0;
        while (index < docIds.Length && docIds[index] < target)
            index++;
        return index;
    }

    // Ids ascend, so the index is the number of ids below target: counted without a branch on the data.
    internal static int FirstAtLeastVector256(ReadOnlySpan<int> docIds, int target)
    {
        Vector256<int> targets = Vector256.Create(target);
        Vector256<int> below = Vector256<int>.Zero; // per lane, minus the number of ids below target
        var index = 0;
        for (; index <= docIds.Length - Vector256<int>.Count; index += Vector256<int>.Count)
            below += Vector256.LessThan(Vector256.Create(docIds[index..]), targets); // a true lane is -1
        return FirstAtLeastScalar(docIds[index..], target) - Vector256.Sum(below);
    }
}
