using Search.Engine.Search.Scorers;

namespace Search.Engine.Tests.Search.Scorers;

public sealed class SumMergeTests
{
    [Fact]
    public void The_merge_without_branches_is_that_of_the_plain_loop()
    {
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            (int[] leftDocs, double[] leftScores) = Closed(random);
            (int[] rightDocs, double[] rightScores) = Closed(random);
            int leftStart = random.Next(leftDocs.Length - 1);
            int rightStart = random.Next(rightDocs.Length - 1);
            int end = random.Next(5) == 0 ? int.MaxValue : random.Next(300);
            double cut = random.Next(-1, 5) / 2.0;
            Assert.Equal(Merged(SumMerge.MergePlain), Merged(SumMerge.Merge));

            (int, int, string) Merged(MergeMethod merge)
            {
                int left = leftStart;
                int right = rightStart;
                var docs = new int[leftDocs.Length + rightDocs.Length];
                var sums = new double[docs.Length];
                int count = merge(leftDocs, leftScores, ref left, rightDocs, rightScores, ref right, end, cut, docs, sums);
                return (left, right, string.Join(' ', docs[..count].Zip(sums)));
            }
        }
    }

    [Fact]
    public void A_document_of_both_gets_the_sum_and_what_stays_below_the_cut_is_left_out()
    {
        var left = 0;
        var right = 0;
        var docs = new int[4];
        var sums = new double[4];
        int count = SumMerge.Merge([3, 7, int.MaxValue, int.MaxValue], [1, 2], ref left, [7, 9, int.MaxValue, int.MaxValue], [0.5, 2.5], ref right, 9, 1.5, docs, sums);
        Assert.Equal((1, 2, 1), (count, left, right));
        Assert.Equal((7, 2.5), (docs[0], sums[0]));
    }

    private static (int[] Docs, double[] Scores) Closed(Random random)
    {
        int[] docs = [.. Enumerable.Range(0, 256).Where(_ => random.Next(4) == 0), int.MaxValue, int.MaxValue];
        return (docs, [.. docs.SkipLast(2).Select(_ => random.Next(5) / 2.0)]);
    }

    private delegate int MergeMethod(
        ReadOnlySpan<int> leftDocs, ReadOnlySpan<double> leftScores, ref int left,
        ReadOnlySpan<int> rightDocs, ReadOnlySpan<double> rightScores, ref int right,
        int end, double cut, Span<int> docs, Span<double> sums);
}
