using Search.Articles.Schema;
using Search.Engine.Index;

namespace Search.Articles.Results;

/// <summary>Which articles of a snapshot are nearly identical.</summary>
/// <remarks>
/// Immutable and shareable. Articles that share a band of their sketches are compared; each joins the first one in the index that it
/// is like, so no chain of small differences joins two that differ much.
/// </remarks>
internal sealed class ArticleTwins
{
    private readonly Dictionary<int, int> _leaders; // only those that have a twin

    private ArticleTwins(Dictionary<int, int> leaders) => _leaders = leaders;

    /// <summary>Whether there are any.</summary>
    public bool IsEmpty => _leaders.Count == 0;

    public static ArticleTwins Find(IndexReader reader, ArticleBlocks blocks)
    {
        (int[] docs, ulong[] sketches) = Read(reader, blocks);
        var leaders = new int[docs.Length];
        Array.Fill(leaders, -1);
        var leads = new bool[docs.Length];
        var keys = new ulong[docs.Length];
        var places = new int[docs.Length];
        for (var band = 0; band < ArticleSketch.Bands; band++)
        {
            for (var i = 0; i < docs.Length; i++)
                (keys[i], places[i]) = (sketches[(i * ArticleSketch.Bands) + band], i);
            Array.Sort(keys, places);
            for (int from = 0, to; from < keys.Length; from = to)
            {
                for (to = from + 1; to < keys.Length && keys[to] == keys[from];)
                    to++;
                // A band without any run says nothing.
                if (to - from > 1 && keys[from] != 0)
                    Join(places.AsSpan(from, to - from), sketches, leaders, leads);
            }
        }
        var found = new Dictionary<int, int>();
        for (var i = 0; i < leaders.Length; i++)
        {
            if (leaders[i] < 0)
                continue;
            found[docs[i]] = docs[leaders[i]];
            found[docs[leaders[i]]] = docs[leaders[i]];
        }
        return new ArticleTwins(found);
    }

    /// <summary>What all twins of an article have in common; null when it has none.</summary>
    /// <param name="articleDoc">Index-wide id of the article's own document.</param>
    public int? GroupOf(int articleDoc) => _leaders.TryGetValue(articleDoc, out int leader) ? leader : null;

    // Those that lead others stay leaders: a later band only adds to them.
    private static void Join(Span<int> places, ulong[] sketches, int[] leaders, bool[] leads)
    {
        places.Sort();
        int first = leaders[places[0]] >= 0 ? leaders[places[0]] : places[0];
        foreach (int place in places[1..])
        {
            if (place <= first || leaders[place] >= 0 || leads[place] || !ArticleSketch.AreAlike(SketchOf(first), SketchOf(place)))
                continue;
            leaders[place] = first;
            leads[first] = true;
        }

        ReadOnlySpan<ulong> SketchOf(int place) => sketches.AsSpan(place * ArticleSketch.Bands, ArticleSketch.Bands);
    }

    private static (int[] Docs, ulong[] Sketches) Read(IndexReader reader, ArticleBlocks blocks)
    {
        int[] docs = [.. blocks.LiveArticles()];
        var sketches = new ulong[docs.Length * ArticleSketch.Bands];
        BinaryDocValues? column = null;
        Leaf? leaf = null;
        for (var i = 0; i < docs.Length; i++)
        {
            if (leaf is null || docs[i] >= leaf.DocBase + leaf.Reader.MaxDoc)
            {
                leaf = reader.LeafOf(docs[i]);
                column = leaf.Reader.BinaryColumn(ArticleFields.Sketch);
            }
            if (column is not null && column.AdvanceExact(docs[i] - leaf.DocBase))
                ArticleSketch.TryDecode(column.Value, sketches.AsSpan(i * ArticleSketch.Bands, ArticleSketch.Bands));
        }
        return (docs, sketches);
    }
}
