using Search.Engine.Index;

namespace Search.Engine.Tests.Codecs.Lucene84;

/// <summary>Seeded random inverted indexes that reach the corners of the format.</summary>
internal sealed class RandomPostings(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>One field of every kind: documents, freqs, positions, offsets, payloads, with norms and without.</summary>
    public PostingsModel EveryKind(int maxDoc, int terms)
    {
        var model = new PostingsModel { MaxDoc = maxDoc };
        var number = 0;
        foreach (IndexOptions options in Enum.GetValues<IndexOptions>())
        {
            if (options == IndexOptions.None)
                continue;
            foreach (bool payloads in options >= IndexOptions.DocsFreqsAndPositions ? [false, true] : new[] { false })
            {
                var info = new FieldInfo
                {
                    Name = $"f{number}", Number = number * 3, IndexOptions = options, HasPayloads = payloads, OmitsNorms = number % 2 == 0,
                };
                model.Fields.Add(Field(info, maxDoc, Words(terms)));
                number++;
            }
        }
        return model;
    }

    public FieldModel Field(FieldInfo info, int maxDoc, IEnumerable<byte[]> words)
    {
        var terms = new List<TermModel>();
        foreach (byte[] word in words)
            terms.Add(Term(info, word, maxDoc, DocFreq(maxDoc)));
        int kind = _random.Next(3);
        var norms = new NormFormula(docId => kind switch
        {
            0 => docId % 37 + 1,
            1 => (sbyte)(docId * 7),
            _ => (docId * 0x9E3779B97F4A7C15L.GetHashCode()) ^ ((long)docId << 33),
        });
        return new FieldModel(info, terms, info.OmitsNorms ? null : norms);
    }

    public TermModel Term(FieldInfo info, byte[] word, int maxDoc, int docFreq)
    {
        var docs = new List<DocModel>(docFreq);
        var left = docFreq;
        int docId = docFreq == maxDoc || _random.Next(4) == 0 ? 0 : _random.Next(maxDoc - docFreq + 1);
        bool dense = _random.Next(3) == 0;
        for (; left > 0; docId++)
        {
            if (!dense && maxDoc - docId > left && _random.Next(maxDoc - docId) >= left * 2)
                continue;
            docs.Add(Doc(info, docId));
            left--;
        }
        return new TermModel(word, docs);
    }

    /// <summary>Distinct words in order: shared prefixes, random bytes, long ones, the empty one.</summary>
    public SortedSet<byte[]> Words(int count)
    {
        var words = new SortedSet<byte[]>(Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)));
        while (words.Count < count)
        {
            words.Add(_random.Next(5) switch
            {
                0 => RandomBytes(_random.Next(6), 256),
                1 => [.. "http://www.example.org/"u8, .. RandomBytes(1 + _random.Next(3), 4), .. "/index/of/pages.html"u8],
                2 => [.. "s0-"u8, .. System.Text.Encoding.ASCII.GetBytes($"{_random.Next(10 * count)}")],
                _ => RandomBytes(1 + _random.Next(8), 26, 'a'),
            });
        }
        return words;
    }

    private byte[] RandomBytes(int length, int range, int from = 0)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
            bytes[i] = (byte)(from + _random.Next(range));
        return bytes;
    }

    private int DocFreq(int maxDoc)
    {
        ReadOnlySpan<int> edges = [1, 2, 127, 128, 129, 255, 256, 257, 384, 1023, 1024, 1025, 1153];
        int docFreq = _random.Next(6) switch
        {
            0 => edges[_random.Next(edges.Length)],
            1 => 1 + _random.Next(300),
            _ => 1 + _random.Next(3),
        };
        return Math.Min(docFreq, maxDoc);
    }

    private DocModel Doc(FieldInfo info, int docId)
    {
        int freq = _random.Next(40) switch { 0 => 1 + _random.Next(300), < 10 => 1 + _random.Next(5), _ => 1 };
        if (!info.HasPositions)
            return new DocModel(docId, info.HasFreqs ? (_random.Next(500) == 0 ? int.MaxValue - _random.Next(9) : freq) : 1, []);
        var positions = new PositionModel[freq];
        int position = 0, start = 0;
        for (var i = 0; i < freq; i++)
        {
            position += _random.Next(300) == 0 ? _random.Next(1 << 20) : _random.Next(20);
            start += _random.Next(300) == 0 ? _random.Next(1 << 20) : _random.Next(100);
            byte[] payload = _random.Next(3) == 0 ? [] : RandomBytes(_random.Next(200) == 0 ? 300 : _random.Next(9), 256);
            positions[i] = new PositionModel(position, start, start + 1 + _random.Next(12), payload);
        }
        return new DocModel(docId, freq, positions);
    }
}
