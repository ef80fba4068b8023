using System.Runtime.CompilerServices;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Searching;

/// <summary>Whole result sets, read hit by hit.</summary>
public sealed class ExportTests : IDisposable
{
    private const int Articles = 300;

    private readonly SmallCollection _articles = new([.. Enumerable.Range(0, Articles).Select(number => (object)new { id = $"a{number}", text = $"The walrus number {number} rests in the bay. {new string('x', 2000)}" })]);

    public void Dispose() => _articles.Dispose();

    [Fact]
    public void Nothing_is_kept_of_what_has_been_read_however_many_results_there_are()
    {
        using IEnumerator<SnippetHit> hits = _articles.Index.Export(new ArticleQuery { Text = "walrus", WholeParagraphs = true }).GetEnumerator();
        var read = new List<WeakReference>();
        while (MoveNext(hits, read))
        {
            if (read.Count % 100 == 0)
                Assert.True(Alive(read) <= 1, $"{Alive(read)} of {read.Count} results are still held");
        }
        Assert.Equal(Articles, read.Count);
    }

    [Fact]
    public void Near_identical_articles_are_listed_each() =>
        Assert.Equal(Articles, _articles.Index.Export(new ArticleQuery { Text = "walrus", Fold = FoldMode.First }).Count());

    // By itself, so that no local of the test holds a result.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool MoveNext(IEnumerator<SnippetHit> hits, List<WeakReference> read)
    {
        if (!hits.MoveNext())
            return false;
        read.Add(new WeakReference(hits.Current.Paragraph));
        return true;
    }

    private static int Alive(List<WeakReference> read)
    {
        GC.Collect();
        return read.Count(reference => reference.IsAlive);
    }
}
