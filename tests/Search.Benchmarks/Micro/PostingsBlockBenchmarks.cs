using BenchmarkDotNet.Attributes;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Store;

namespace Search.Benchmarks.Micro;

/// <summary>Decoding one block of 128 document ids.</summary>
public class PostingsBlockBenchmarks : IDisposable
{
    private const string FileName = "block";
    private const int MaxDoc = int.MaxValue;

    private readonly int[] _docIds = new int[PackedBlock.Size];
    private readonly MemoryDirectory _directory = new();
    private IndexInput? _input;

    /// <summary>Width of the gaps in bits.</summary>
    [Params(1, 4, 8, 13, 20)]
    public int Bits { get; set; }

    [GlobalSetup]
    public void Write()
    {
        var random = new Random(Bits);
        var docId = 0;
        for (var i = 0; i < _docIds.Length; i++)
            _docIds[i] = docId += 1 + (i == 0 ? (1 << Bits) - 2 : random.Next((1 << Bits) - 1));
        if (_directory.ListAll().Count > 0)
            _directory.DeleteFile(FileName);
        using (IndexOutput output = _directory.CreateOutput(FileName))
            DocIdBlock.Write(_docIds, previous: 0, output);
        _input = _directory.OpenInput(FileName);
    }

    [Benchmark]
    public int Decode()
    {
        _input!.Seek(0);
        DocIdBlock.Read(_input, previous: -1, MaxDoc, _docIds);
        return _docIds[^1];
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _input?.Dispose();
        _directory.Dispose();
        GC.SuppressFinalize(this);
    }
}
