using System.Text.Json;
using Search.Engine.Indexing.Merging;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Util;

namespace Search.Engine.Tests.Indexing.Merging;

public sealed class TieredMergePolicyTests
{
    private const double Megabyte = 1 << 20;

    [Fact]
    public void It_chooses_what_Lucene_chooses()
    {
        var found = 0;
        foreach (JsonElement row in Golden.Rows("merge-policy.json"))
        {
            SegmentSize[] segments = [.. row.GetProperty("segments").EnumerateArray().Select(SegmentOf)];
            string[] expected = [.. row.GetProperty("merges").EnumerateArray().Select(merge => string.Join(' ', merge.EnumerateArray().Select(number => number.GetInt32())))];
            IReadOnlyList<IReadOnlyList<SegmentSize>> merges = Choose(row, segments);
            Assert.Equal(expected, merges.Select(merge => string.Join(' ', merge.Select(segment => Array.IndexOf(segments, segment)))));
            found += expected.Length;
        }
        Assert.True(found > 500, $"only {found} merges");
    }

    [Fact]
    public void An_empty_index_needs_no_merge()
    {
        var policy = new TieredMergePolicy();
        Assert.Empty(policy.FindMerges([]));
        Assert.Empty(policy.FindForcedMerges([], 1));
        Assert.Empty(policy.FindForcedDeletesMerges([]));
    }

    [Fact]
    public void No_policy_merges_nothing()
    {
        SegmentSize[] segments = [.. Enumerable.Range(0, 50).Select(i => new SegmentSize { Name = $"_{i}", Bytes = 1000, MaxDoc = 10, DeletedDocs = 9 })];
        Assert.Empty(NoMergePolicy.Instance.FindMerges(segments));
        Assert.Empty(NoMergePolicy.Instance.FindForcedMerges(segments, 1));
        Assert.Empty(NoMergePolicy.Instance.FindForcedDeletesMerges(segments));
    }

    [Fact]
    public void Settings_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TieredMergePolicy { SegmentsPerTier = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TieredMergePolicy { MaxMergeAtOnce = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TieredMergePolicy { DeletesPercentAllowed = 51 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TieredMergePolicy().FindForcedMerges([], 0));
    }

    private static IReadOnlyList<IReadOnlyList<SegmentSize>> Choose(JsonElement row, SegmentSize[] segments)
    {
        var policy = new TieredMergePolicy
        {
            MaxMergedSegmentBytes = (long)(row.GetProperty("maxMergedMB").GetDouble() * Megabyte),
            FloorSegmentBytes = (long)(row.GetProperty("floorMB").GetDouble() * Megabyte),
            SegmentsPerTier = row.GetProperty("perTier").GetDouble(),
            MaxMergeAtOnce = row.GetProperty("atOnce").GetInt32(),
            MaxMergeAtOnceExplicit = row.GetProperty("explicit").GetInt32(),
            DeletesPercentAllowed = row.GetProperty("deletes").GetDouble(),
        };
        return row.GetProperty("call").GetString() switch
        {
            "natural" => policy.FindMerges(segments),
            "forced" => policy.FindForcedMerges(segments, row.GetProperty("max").GetInt32()),
            _ => policy.FindForcedDeletesMerges(segments),
        };
    }

    private static SegmentSize SegmentOf(JsonElement numbers, int index) => new()
    {
        Name = $"_{Base36.Format(index)}",
        Bytes = numbers[0].GetInt64(),
        MaxDoc = numbers[1].GetInt32(),
        DeletedDocs = numbers[2].GetInt32(),
        IsMerging = numbers[3].GetInt32() == 1,
        IsCompound = numbers[4].GetInt32() == 1,
        IsOriginal = numbers[5].GetInt32() == 1,
    };
}
