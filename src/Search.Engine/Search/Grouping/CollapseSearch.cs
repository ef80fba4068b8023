using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Grouping;

/// <summary>Collapses the hits of a query into groups.</summary>
/// <remarks>
/// Two passes: the groups of the page and all numbers first, then the hits inside the groups; one is enough when a group
/// shows its first hit only. Search semantics notes, section 8.1.
/// </remarks>
internal sealed class CollapseSearch(IndexSearcher searcher, Query query, CollapseOptions options)
{
    private readonly long _started = searcher.Clock.GetTimestamp();

    public CollapsedDocs Run()
    {
        long wanted = Math.Min((long)options.Offset + options.Groups, Math.Max(1, searcher.Reader.MaxDoc));
        var heads = new GroupHeads(options, (int)wanted);
        PartialReason partial = searcher.Search(query, heads, options.Limits, options.Cancellation);
        (int Group, ScoreDoc Head)[] page = [.. heads.InOrder().Skip(options.Offset)];
        GroupMembers? members = null;
        if (page.Length > 0 && partial != PartialReason.Time && !HeadsAreEnough)
        {
            members = new GroupMembers(options, [.. page.Select(entry => (heads.Column[entry.Group], Shown(heads, entry.Group)))]);
            PartialReason second = searcher.Search(query, members, Remaining(), options.Cancellation);
            partial = second == PartialReason.None ? partial : second;
        }
        bool exact = partial == PartialReason.None;
        var groups = new List<GroupHits>(page.Length);
        for (var i = 0; i < page.Length; i++)
        {
            (int group, ScoreDoc head) = page[i];
            IReadOnlyList<ScoreDoc> hits = members?.HitsOf(i) is { Count: > 0 } found ? found : [head];
            groups.Add(new GroupHits(heads.Column[group], new TotalHits(heads.HitsOf(group), exact), heads.MaxScoreOf(group), hits));
        }
        return new CollapsedDocs(new TotalHits(heads.Count, exact), new TotalHits(heads.Column.Count, exact), groups) { Partial = partial };
    }

    private bool HeadsAreEnough => options.HitsPerGroup == 1 && (options.SortWithin is null || options.SortWithin.SequenceEqual(options.Sort ?? []));

    private int Shown(GroupHeads heads, int group) => (int)Math.Min(options.HitsPerGroup, heads.HitsOf(group));

    private SearchLimits? Remaining()
    {
        if (options.Limits?.Time is not { } time)
            return options.Limits;
        TimeSpan left = time - searcher.Clock.GetElapsedTime(_started);
        return options.Limits with { Time = left > TimeSpan.Zero ? left : TimeSpan.Zero };
    }
}
