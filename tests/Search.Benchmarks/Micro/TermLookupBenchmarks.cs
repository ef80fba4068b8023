using BenchmarkDotNet.Attributes;
using Search.Engine.Index;

namespace Search.Benchmarks.Micro;

/// <summary>Looking terms up in the dictionary: the transducer of prefixes, then a block of suffixes.</summary>
[MemoryDiagnoser]
public class TermLookupBenchmarks : IDisposable
{
    private const int Looked = 1_000;

    private readonly byte[][] _terms = new byte[Looked][];
    private SampleIndex? _index;
    private Terms? _dictionary;

    [GlobalSetup]
    public void Open()
    {
        _index = new SampleIndex();
        _dictionary = _index.Reader.Leaves[0].Reader.Terms("body")!;
        var random = new Random(1);
        List<byte[]> all = [];
        for (TermsEnum terms = _dictionary.Enumerate(); terms.Next();)
            all.Add(terms.Term.ToArray());
        for (var i = 0; i < Looked; i++)
            _terms[i] = all[random.Next(all.Count)];
    }

    /// <summary>A thousand terms that are there, in no order.</summary>
    [Benchmark(OperationsPerInvoke = Looked)]
    public long Find()
    {
        long documents = 0;
        foreach (byte[] term in _terms)
        {
            if (_dictionary!.TryGet(term, out TermState state))
                documents += state.DocFreq;
        }
        return documents;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _index?.Dispose();
        GC.SuppressFinalize(this);
    }
}
