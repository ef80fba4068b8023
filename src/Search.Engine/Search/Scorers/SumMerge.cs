using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Search.Engine.Search.Scorers;

/// <summary>Merges two ascending lists of documents with scores; a document of both gets the sum.</summary>
internal static class SumMerge
{
    /// <summary>Lists what the lists have from a place each on and in front of <paramref name="end"/>, as far as it reaches a cut.</summary>
    /// <param name="leftDocs">Ends with two documents that are not in front of <paramref name="end"/>, as does <paramref name="rightDocs"/>.</param>
    /// <param name="left">The place in the list; moves behind what was taken, as does <paramref name="right"/>.</param>
    /// <param name="docs">One longer than what may be listed, as is <paramref name="sums"/>; what is behind what was listed is undefined.</param>
    /// <returns>How many were listed.</returns>
    /// <remarks>
    /// Nothing waits for a guess about which list goes on: places move by comparisons, and a score that is not taken is masked to 0. The
    /// document behind the current one is read before it is known to be needed, so that no comparison waits for memory.
    /// </remarks>
    public static int Merge(
        ReadOnlySpan<int> leftDocs, ReadOnlySpan<double> leftScores, ref int left,
        ReadOnlySpan<int> rightDocs, ReadOnlySpan<double> rightScores, ref int right,
        int end, double cut, Span<int> docs, Span<double> sums)
    {
        Debug.Assert(leftDocs[^2] >= end && rightDocs[^2] >= end, "a list without an end");
        Debug.Assert(docs.Length > leftDocs.Length - 2 - left + (rightDocs.Length - 2 - right), "no room for what may be listed");
        ref int leftDoc = ref MemoryMarshal.GetReference(leftDocs);
        ref int rightDoc = ref MemoryMarshal.GetReference(rightDocs);
        ref long leftScore = ref Unsafe.As<double, long>(ref MemoryMarshal.GetReference(leftScores));
        ref long rightScore = ref Unsafe.As<double, long>(ref MemoryMarshal.GetReference(rightScores));
        ref int doc = ref MemoryMarshal.GetReference(docs);
        ref double sum = ref MemoryMarshal.GetReference(sums);
        nint i = left;
        nint j = right;
        nint count = 0;
        long one = Unsafe.Add(ref leftDoc, i);
        long other = Unsafe.Add(ref rightDoc, j);
        while (true)
        {
            // All bits where the list has the first document, else none.
            long ofLeft = (one + ~other) >> 63;
            long ofRight = (other + ~one) >> 63;
            long first = other ^ ((one ^ other) & ofLeft);
            if (first >= end)
                break;
            double both = BitConverter.Int64BitsToDouble(Unsafe.Add(ref leftScore, i) & ofLeft) + BitConverter.Int64BitsToDouble(Unsafe.Add(ref rightScore, j) & ofRight);
            one ^= (one ^ Unsafe.Add(ref leftDoc, i + 1)) & ofLeft;
            other ^= (other ^ Unsafe.Add(ref rightDoc, j + 1)) & ofRight;
            i -= (nint)ofLeft;
            j -= (nint)ofRight;
            Unsafe.Add(ref doc, count) = (int)first;
            Unsafe.Add(ref sum, count) = both;
            count += both >= cut ? 1 : 0;
        }
        left = (int)i;
        right = (int)j;
        return (int)count;
    }

    /// <summary>The definition.</summary>
    internal static int MergePlain(
        ReadOnlySpan<int> leftDocs, ReadOnlySpan<double> leftScores, ref int left,
        ReadOnlySpan<int> rightDocs, ReadOnlySpan<double> rightScores, ref int right,
        int end, double cut, Span<int> docs, Span<double> sums)
    {
        var count = 0;
        for (int first; (first = Math.Min(leftDocs[left], rightDocs[right])) < end;)
        {
            var sum = 0.0;
            if (leftDocs[left] == first)
                sum += leftScores[left++];
            if (rightDocs[right] == first)
                sum += rightScores[right++];
            if (!(sum >= cut))
                continue;
            docs[count] = first;
            sums[count++] = sum;
        }
        return count;
    }
}
