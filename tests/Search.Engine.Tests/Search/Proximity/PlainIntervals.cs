namespace Search.Engine.Tests.Search.Proximity;

/// <summary>The intervals of a source in a text by trying everything: the tables of docs/interval-semantics.md, literally.</summary>
internal static class PlainIntervals
{
    /// <summary>The intervals in their order.</summary>
    /// <param name="fits">Whether a word stands at a position: the text of the source's word, whether it is a beginning, the position.</param>
    /// <param name="length">Positions of the text.</param>
    public static IReadOnlyList<PlainInterval> Of(PlainSource source, Func<string, bool, int, bool> fits, int length)
    {
        IReadOnlyList<PlainInterval> Part(int i) => Of(source.Parts[i], fits, length);
        IReadOnlyList<PlainInterval>[] All() => [.. source.Parts.Select(part => Of(part, fits, length))];
        return source.Kind switch
        {
            "term" or "terms" =>
            [
                .. Enumerable.Range(0, length).Where(position => fits(source.Text, source.Kind == "terms", position)).Select(position => new PlainInterval(position, position, 0, [(position, position)])),
            ],
            "phrase" => Phrase(All()),
            "ordered" => PlainOrdered.Of(All()),
            "unordered" => Minimal(Unordered(All())),
            "at_least" => Minimal(Subsets(All(), source.First).SelectMany(Unordered)).WithAllInside(All()),
            "or" => Minimal(All().SelectMany(intervals => intervals)),
            "repeat" => Repeat(Part(0), source.First),
            "extend" => Map(Part(0), each => (Math.Max(0L, (long)each.Start - source.First), Math.Min(int.MaxValue - 1L, (long)each.End + source.Second))),
            "preceding" => Map(Part(0), each => (Math.Max(0, each.Start - 1), Math.Max(0, each.Start - 1))),
            "following" => Map(Part(0), each => (each.End + 1, each.End + 1)),
            "max_width" => Where(Part(0), each => each.End - each.Start < source.First),
            "max_gaps" => Where(Part(0), each => each.Gaps <= source.First),
            "containing" => Related(Part(0), Part(1), (each, other) => each.Holds(other)),
            "contained_by" => Related(Part(0), Part(1), (each, other) => other.Holds(each)),
            "overlapping" => Related(Part(0), Part(1), (each, other) => each.Shares(other)),
            "not_contained_by" => Where(Part(0), each => !Part(1).Any(other => other.Holds(each))),
            "non_overlapping" => Where(Part(0), each => !Part(1).Any(other => other.Shares(each))),
            "not_containing" => Where(Part(0), each => Part(1).FirstOrDefault(other => other.Start >= each.Start || other.End >= each.End) is not { } next || next.Start > each.End),
            _ => throw new NotSupportedException(source.Kind),
        };
    }

    // Where several parts start at one position more of them may stand inside than are asked for.
    private static IReadOnlyList<PlainInterval> WithAllInside(this IReadOnlyList<PlainInterval> intervals, IReadOnlyList<PlainInterval>[] parts) =>
    [
        .. intervals.Select(each => each with { Words = [.. parts.SelectMany(part => part.FirstOrDefault(inner => inner.Start >= each.Start) is { } inner && each.Holds(inner) ? inner.Words : [])] }),
    ];

    /// <summary>Those that hold no other one; of equal ones the first.</summary>
    private static IReadOnlyList<PlainInterval> Minimal(IEnumerable<PlainInterval> all)
    {
        PlainInterval[] distinct = [.. all.DistinctBy(each => (each.Start, each.End))];
        return [.. distinct.Where(each => !distinct.Any(other => other != each && each.Holds(other))).OrderBy(each => each.Start)];
    }

    private static IReadOnlyList<PlainInterval> Phrase(IReadOnlyList<PlainInterval>[] parts)
    {
        var found = new List<PlainInterval>();
        foreach (PlainInterval first in parts[0])
        {
            var chosen = new List<PlainInterval> { first };
            foreach (IReadOnlyList<PlainInterval> part in parts.Skip(1))
            {
                if (part.FirstOrDefault(each => each.Start > chosen[^1].End) is not { } next || next.Start != chosen[^1].End + 1)
                    break;
                chosen.Add(next);
            }
            if (chosen.Count == parts.Length)
                found.Add(new PlainInterval(first.Start, chosen[^1].End, 0, Joined(chosen.SelectMany(each => each.Words))));
        }
        return found;
    }

    // Words that follow one another without a gap are one.
    private static List<(int Start, int End)> Joined(IEnumerable<(int Start, int End)> words)
    {
        var joined = new List<(int Start, int End)>();
        foreach ((int start, int end) in words.OrderBy(word => word.Start))
        {
            if (joined.Count > 0 && start <= joined[^1].End + 1)
                joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, end));
            else
                joined.Add((start, end));
        }
        return joined;
    }

    // Every choice of one interval of each part; of each part the first that stands inside counts.
    private static IEnumerable<PlainInterval> Unordered(IReadOnlyList<PlainInterval>[] parts)
    {
        IEnumerable<(int Start, int End)> spans = [(int.MaxValue, -1)];
        foreach (IReadOnlyList<PlainInterval> part in parts)
            spans = [.. spans.SelectMany(_ => part, (span, each) => (Math.Min(span.Start, each.Start), Math.Max(span.End, each.End)))];
        foreach ((int start, int end) in spans.Distinct())
        {
            PlainInterval[] chosen = [.. parts.Select(part => part.First(each => each.Start >= start && each.End <= end))];
            yield return new PlainInterval(start, end, end - start + 1 - chosen.Sum(each => each.Width), chosen.SelectMany(each => each.Words));
        }
    }

    private static IEnumerable<IReadOnlyList<PlainInterval>[]> Subsets(IReadOnlyList<PlainInterval>[] parts, int size) =>
        Enumerable.Range(0, 1 << parts.Length)
            .Select(mask => parts.Where((_, i) => (mask >> i & 1) == 1).ToArray())
            .Where(subset => subset.Length == size);

    private static IReadOnlyList<PlainInterval> Repeat(IReadOnlyList<PlainInterval> intervals, int times) =>
    [
        .. Enumerable.Range(0, Math.Max(0, intervals.Count - times + 1)).Select(first =>
        {
            PlainInterval[] run = [.. intervals.Skip(first).Take(times)];
            int width = run.Sum(each => each.Start - each.End + 1);
            return new PlainInterval(run[0].Start, run[^1].End, run[^1].End - run[0].Start + 1 - width, width, [.. run.SelectMany(each => each.Words)]);
        }),
    ];

    private static IReadOnlyList<PlainInterval> Map(IReadOnlyList<PlainInterval> intervals, Func<PlainInterval, (long Start, long End)> map) =>
        [.. intervals.Select(each => new PlainInterval((int)map(each).Start, (int)map(each).End, each.Gaps, each.Words))];

    private static IReadOnlyList<PlainInterval> Where(IReadOnlyList<PlainInterval> intervals, Predicate<PlainInterval> keeps) =>
        [.. intervals.Where(each => keeps(each)).Select(each => new PlainInterval(each.Start, each.End, each.Gaps, each.Words))];

    private static IReadOnlyList<PlainInterval> Related(
        IReadOnlyList<PlainInterval> intervals, IReadOnlyList<PlainInterval> references, Func<PlainInterval, PlainInterval, bool> holds)
    {
        var found = new List<PlainInterval>();
        foreach (PlainInterval interval in intervals)
        {
            PlainInterval[] related = [.. references.Where(reference => holds(interval, reference))];
            if (related.Length > 0)
                found.Add(new PlainInterval(interval.Start, interval.End, interval.Gaps, interval.Words.Concat(related.SelectMany(reference => reference.Words))));
        }
        return found;
    }
}
