using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Collects (freq, norm) pairs and keeps the competitive ones: those that no other pair beats in both.</summary>
/// <remarks>Postings notes, section 5.5. A higher frequency is better, and so is a norm that is smaller as an unsigned number.</remarks>
internal sealed class ImpactAccumulator
{
    private const int FirstNegativeByte = 128;

    // Highest frequency by norm, for norms of one signed byte: 0..127, then -128..-1, which is their unsigned order.
    private readonly int[] _maxFreqs = new int[256];

    // All other norms lie between 127 and -128 as unsigned numbers.
    private SortedDictionary<ulong, int>? _wideNorms;

    public void Add(int freq, long norm)
    {
        if (norm == (sbyte)norm)
        {
            ref int maxFreq = ref _maxFreqs[(byte)norm];
            maxFreq = Math.Max(maxFreq, freq);
            return;
        }
        _wideNorms ??= [];
        if (!_wideNorms.TryGetValue((ulong)norm, out int known) || known < freq)
            _wideNorms[(ulong)norm] = freq;
    }

    public void AddAll(List<Impact> impacts)
    {
        foreach (Impact impact in impacts)
            Add(impact.Freq, impact.Norm);
    }

    public void Clear()
    {
        Array.Clear(_maxFreqs);
        _wideNorms?.Clear();
    }

    /// <summary>The competitive pairs, ascending in freq and in unsigned norm.</summary>
    public void CopyTo(List<Impact> impacts)
    {
        impacts.Clear();
        var best = 0;
        CopyBytes(0, FirstNegativeByte, ref best, impacts);
        if (_wideNorms is not null)
        {
            foreach ((ulong norm, int freq) in _wideNorms)
            {
                if (freq <= best)
                    continue;
                best = freq;
                impacts.Add(new Impact(freq, (long)norm));
            }
        }
        CopyBytes(FirstNegativeByte, _maxFreqs.Length, ref best, impacts);
    }

    private void CopyBytes(int from, int end, ref int best, List<Impact> impacts)
    {
        for (int i = from; i < end; i++)
        {
            if (_maxFreqs[i] <= best)
                continue;
            best = _maxFreqs[i];
            impacts.Add(new Impact(best, (sbyte)i));
        }
    }
}
