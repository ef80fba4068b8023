namespace Search.Articles.Results;

/// <summary>Which sentences of a paragraph have been seen: bits of a word for the first, which are nearly always all.</summary>
internal sealed class SentenceSet
{
    private const int Few = 64;

    private readonly HashSet<int> _others = [];
    private ulong _first;

    /// <summary>How many.</summary>
    public int Count => System.Numerics.BitOperations.PopCount(_first) + _others.Count;

    public void Add(int sentence)
    {
        if (sentence < Few)
            _first |= 1UL << sentence;
        else
            _others.Add(sentence);
    }

    public void Clear()
    {
        _first = 0;
        if (_others.Count > 0)
            _others.Clear();
    }
}
