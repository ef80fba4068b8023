using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Soak.Model;

namespace Search.Soak.Threads;

/// <summary>Searches one snapshot and judges every result by what must be true of any snapshot.</summary>
/// <remarks>One thread at a time.</remarks>
internal sealed class SnapshotJudge(Random random, int lanes, int keys)
{
    private const int Hits = 20;

    private static readonly SearchOptions CountAll = new() { TotalHitsThreshold = int.MaxValue };

    /// <summary>One search, of one of the kinds.</summary>
    /// <exception cref="SoakFailureException">The result cannot be true of a snapshot.</exception>
    public void Search(IndexSearcher searcher)
    {
        switch (random.Next(4))
        {
            case 0:
                KeyIsOneVersionInOneBlock(searcher, $"{random.Next(lanes)}-{random.Next(keys)}");
                break;
            case 1:
                Expect(searcher.Reader.NumDocs, searcher.Count(new MatchAllQuery()), "documents alive");
                break;
            default:
                TotalIsList(searcher, RandomQuery());
                break;
        }
    }

    /// <summary>What a query finds, for comparing with what it finds on the same snapshot at another time.</summary>
    public static string Answer(IndexSearcher searcher, Query query)
    {
        TopDocs top = searcher.Search(query, Hits, CountAll);
        return $"{top.TotalHits.Value}: {string.Join(' ', top.ScoreDocs.Select(hit => $"{hit.Doc}={BitConverter.SingleToInt32Bits(hit.Score):x8}"))}";
    }

    /// <summary>A query about words, keys or versions.</summary>
    public Query RandomQuery()
    {
        Query word = new TermQuery(new Term("body", $"w{random.Next(200)}"));
        return random.Next(5) switch
        {
            0 => word,
            1 => new BooleanQuery([new BooleanClause(word, Occur.Must), new BooleanClause(new TermQuery(new Term("body", $"w{random.Next(20)}")), Occur.Must)]),
            2 => new PhraseQuery("body", [(new Term("body", $"w{random.Next(20)}"), 0), (new Term("body", "end"), 1)], 0),
            3 => new BooleanQuery([new BooleanClause(word, Occur.Should), new BooleanClause(new PrefixQuery(new Term("body", $"w{random.Next(20)}")), Occur.Should)]),
            _ => new BooleanQuery([new BooleanClause(new MatchAllQuery(), Occur.Must), new BooleanClause(word, Occur.MustNot)]),
        };
    }

    // Exact totals, the count without scores and the list of all hits say the same, and saying it again does not change it.
    private static void TotalIsList(IndexSearcher searcher, Query query)
    {
        TopDocs all = searcher.Search(query, Math.Max(1, searcher.Reader.MaxDoc), CountAll);
        Expect(all.ScoreDocs.Count, all.TotalHits.Value, $"hits in all of {query}");
        Expect(all.ScoreDocs.Count, searcher.Count(query), $"hits counted of {query}");
        Expect(all.ScoreDocs.Count, all.ScoreDocs.Select(hit => hit.Doc).Distinct().Count(), $"different hits of {query}");
        string again = Answer(searcher, query);
        string list = $"{all.TotalHits.Value}: {string.Join(' ', all.ScoreDocs.Take(Hits).Select(hit => $"{hit.Doc}={BitConverter.SingleToInt32Bits(hit.Score):x8}"))}";
        if (again != list)
            throw new SoakFailureException($"{query} found {list}, and on the same snapshot {again}");
    }

    private static void KeyIsOneVersionInOneBlock(IndexSearcher searcher, string key)
    {
        TopDocs found = searcher.Search(new TermQuery(new Term("key", key)), Hits, CountAll);
        if (found.ScoreDocs.Count == 0)
            return;
        ModelDocument[] block = [.. found.ScoreDocs.Select(hit => Read(searcher.Reader, hit.Doc)).OrderBy(document => document.DocId)];
        for (var i = 0; i < block.Length; i++)
        {
            if (block[i] != block[0] with { Part = i, DocId = block[0].DocId + i } || block.Length != block[0].Entry.Size)
                throw new SoakFailureException($"{key} is not one version in one block: {string.Join("; ", block.Select(document => document.ToString()))}");
        }
    }

    private static ModelDocument Read(IndexReader reader, int doc)
    {
        Leaf leaf = reader.LeafOf(doc);
        return ModelDocument.Read(leaf.Reader, doc - leaf.DocBase) with { DocId = doc };
    }

    private static void Expect(long expected, long found, string what)
    {
        if (expected != found)
            throw new SoakFailureException($"{found} {what} instead of {expected}");
    }
}
