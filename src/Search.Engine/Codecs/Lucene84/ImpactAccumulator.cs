using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Collects (freq, norm) pairs and keeps the competitive ones: those that no other pair beats in both.</summary>
/// <remarks>Postings notes, section 5.5. A higher frequency is better, and so is a norm that is smaller as an unsigned number.</remarks>
internal sealed class ImpactAccumulator
{
    private const int FirstNegativeByte = 128;

    // Highest frequency by norm, for norms of one signed byte: 0..127, then -128..-1, which is their unsigned order.
    private readonly int[] _maxFreqs = new int[256];

    // Where the norms of one byte that came lie: texts of a field have few lengths.
    private int _first = 256;
    private int _end;

    // All other norms lie between 127 and -128 as unsigned numbers.
    private SortedDictionary<ulong, int>? _wideNorms;

    public void Add(int freq, long norm)
    {
        if (norm == (sbyte)norm)
        {
            int place = (byte)norm;
            _first = Math.Min(_first, place);
            _end = Math.Max(_end, place + 1);
            _maxFreqs[place] = Math.Max(_maxFreqs[place], freq);
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
        if (_first < _end)
            _maxFreqs.AsSpan(_first.._end).Clear();
        _first = _maxFreqs.Length;
        _end = 0;
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
        end = Math.Min(end, _end);
        for (int i = Math.Max(from, _first); i < end; i++)
        {
            if (_maxFreqs[i] <= best)
                continue;
            best = _maxFreqs[i];
            impacts.Add(new Impact(best, (sbyte)i));
        }
    }
}
