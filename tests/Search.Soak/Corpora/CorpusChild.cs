using System.Text.Json;
using Search.Articles.Indexing;
using Search.Articles.Searching;
using Search.Benchmarks;

namespace Search.Soak.Corpora;

/// <summary>The process whose memory is measured: indexes a folder twice, then says what it took.</summary>
internal static class CorpusChild
{
    public static void Run(string path, string folder)
    {
        using var memory = new ProcessMemory();
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(folder);
        IndexReport first = index.Synchronize([path]);
        IndexReport second = index.Synchronize([path]);
        var figures = new CorpusFigures(
            first.Articles,
            first.Paragraphs,
            [.. first.Skipped.Select(skipped => $"{skipped.Path} line {skipped.Line}: {skipped.Reason}")],
            first.Elapsed.TotalSeconds,
            second.Elapsed.TotalSeconds,
            memory.AnonymousPeak(),
            second.Added + second.Updated + second.Removed);
        Console.WriteLine(JsonSerializer.Serialize(figures, CorpusJson.Default.CorpusFigures));
    }
}
