using Search.Articles.Searching;

namespace Search.Articles.Results;

/// <summary>Texts that can be suggested, to be found by the beginning of any of their words.</summary>
/// <remarks>
/// Immutable and shareable. Each word of each text is an entry of one sorted list, so what begins with a prefix is one run of it: two
/// binary searches and a walk over small numbers, whatever the length of the prefix.
/// </remarks>
internal sealed class SuggestionTable
{
    private readonly SuggestionEntry[] _texts;
    private readonly (int Text, int Start)[] _words; // by what stands from Start on

    /// <param name="texts">What can be suggested; each once.</param>
    /// <param name="generation">The commit that they come from.</param>
    public SuggestionTable(IReadOnlyList<SuggestionEntry> texts, long generation)
    {
        _texts = [.. texts];
        Generation = generation;
        _words = [.. _texts.SelectMany((entry, text) => WordStarts(entry).Select(start => (text, start)))];
        Array.Sort(_words, (one, other) => Key(one).SequenceCompareTo(Key(other)));
    }

    /// <summary>Number of texts.</summary>
    public int Count => _texts.Length;

    /// <summary>The commit.</summary>
    public long Generation { get; }

    /// <summary>The best texts with a word that starts so, and the rest of the prefix behind it.</summary>
    /// <param name="prefix">In the form of <see cref="SuggestionEntry.Key"/>, not empty.</param>
    public IReadOnlyList<SuggestionEntry> Find(string prefix, int limit)
    {
        int from = FirstAtLeast(prefix, isEnd: false);
        int until = FirstAtLeast(prefix, isEnd: true);
        Span<int> most = stackalloc int[Enum.GetValues<SuggestionKind>().Length];
        for (int i = from; i < until; i++)
        {
            SuggestionEntry entry = _texts[_words[i].Text];
            most[(int)entry.Kind] = Math.Max(most[(int)entry.Kind], entry.Count);
        }
        var best = new PriorityQueue<int, (double Weight, int Order)>();
        var seen = new HashSet<int>();
        for (int i = from; i < until; i++)
        {
            (int text, int start) = _words[i];
            SuggestionEntry entry = _texts[text];
            (double, int) order = (Weight(entry, start, most[(int)entry.Kind]), -text);
            if (best.Count == limit && best.TryPeek(out _, out (double Weight, int Order) least) && order.CompareTo(least) <= 0)
                continue;
            if (!seen.Add(text))
                continue;
            best.Enqueue(text, order);
            if (best.Count > limit)
                best.Dequeue();
        }
        var found = new SuggestionEntry[best.Count];
        for (int i = found.Length - 1; i >= 0; i--)
            found[i] = _texts[best.Dequeue()];
        return found;
    }

    // Among its kind by number, kinds side by side: one headline is not drowned by a thousand words, nor the other way round.
    private static double Weight(SuggestionEntry entry, int start, int most)
    {
        double kind = entry.Kind switch
        {
            SuggestionKind.Headline => 0.45,
            SuggestionKind.Word => 0.9,
            _ => 1.0,
        };
        double share = Math.Log(1 + entry.Count) / Math.Log(1 + Math.Max(most, 2));
        return kind * share * (start == 0 ? 1.0 : 0.8);
    }

    private int FirstAtLeast(string prefix, bool isEnd)
    {
        int low = 0;
        int high = _words.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            ReadOnlySpan<char> key = Key(_words[middle]);
            int order = isEnd && key.StartsWith(prefix, StringComparison.Ordinal) ? -1 : key.SequenceCompareTo(prefix);
            if (order < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private ReadOnlySpan<char> Key((int Text, int Start) word) => _texts[word.Text].Key.AsSpan(word.Start);

    private static IEnumerable<int> WordStarts(SuggestionEntry entry)
    {
        for (var start = 0; start >= 0 && start < entry.Key.Length;)
        {
            yield return start;
            int space = entry.Key.IndexOf(' ', start);
            start = space < 0 ? -1 : space + 1;
        }
    }
}
