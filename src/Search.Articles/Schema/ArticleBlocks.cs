using System.Text;
using Search.Engine.Index;
using Search.Engine.Util;

namespace Search.Articles.Schema;

/// <summary>The blocks of an index snapshot: which documents are articles, and where the block of each begins.</summary>
/// <remarks>Immutable and shareable.</remarks>
internal sealed class ArticleBlocks
{
    private readonly IndexReader _reader;
    private readonly FixedBitSet[] _articleDocs; // by segment: documents that are articles, deleted ones included

    private ArticleBlocks(IndexReader reader, FixedBitSet[] articleDocs, int articles)
    {
        _reader = reader;
        _articleDocs = articleDocs;
        ArticleCount = articles;
    }

    /// <summary>Number of articles that are not deleted.</summary>
    public int ArticleCount { get; }

    public static ArticleBlocks Create(IndexReader reader)
    {
        var sets = new FixedBitSet[reader.Leaves.Count];
        var articles = 0;
        foreach (Leaf leaf in reader.Leaves)
        {
            var set = new FixedBitSet(leaf.Reader.MaxDoc);
            foreach (int doc in Docs(leaf, ArticleFields.Kind, ArticleFields.ArticleKindValue))
            {
                set.Set(doc);
                if (leaf.Reader.LiveDocs is not { } live || live.Get(doc))
                    articles++;
            }
            sets[leaf.Ordinal] = set;
        }
        return new ArticleBlocks(reader, sets, articles);
    }

    /// <summary>The documents of a segment that are articles, deleted ones included: each is the last of its block.</summary>
    public FixedBitSet ArticlesOf(Leaf leaf) => _articleDocs[leaf.Ordinal];

    /// <summary>The block of an article's own document.</summary>
    /// <param name="articleDoc">Index-wide id.</param>
    public ArticleBlock BlockOf(int articleDoc) => BlockOf(_reader.LeafOf(articleDoc), articleDoc);

    /// <summary>The block that holds a document.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="doc">Index-wide id.</param>
    public ArticleBlock BlockOf(Leaf leaf, int doc)
    {
        FixedBitSet articles = _articleDocs[leaf.Ordinal];
        int local = doc - leaf.DocBase;
        int article = articles.NextSetBit(local);
        if (article < 0)
            throw new InvalidDataException($"document {doc} belongs to no article: the index was not written by this program");
        return new ArticleBlock(leaf, leaf.DocBase + articles.PreviousSetBit(local - 1) + 1, leaf.DocBase + article);
    }

    /// <summary>The block of an article; null when the index does not hold it.</summary>
    public ArticleBlock? Find(string articleId)
    {
        foreach (Leaf leaf in _reader.Leaves)
        {
            FixedBitSet? live = leaf.Reader.LiveDocs;
            foreach (int doc in Docs(leaf, ArticleFields.Article, articleId))
            {
                if (live is null || live.Get(doc))
                    return BlockOf(leaf, leaf.DocBase + doc);
            }
        }
        return null;
    }

    /// <summary>The documents that are articles and not deleted, in index order, by index-wide id.</summary>
    public IEnumerable<int> LiveArticles() => _reader.Leaves.SelectMany(LiveArticles);

    /// <summary>Those of one segment.</summary>
    public IEnumerable<int> LiveArticles(Leaf leaf)
    {
        FixedBitSet articles = _articleDocs[leaf.Ordinal];
        for (int doc = articles.NextSetBit(0); doc >= 0; doc = articles.NextSetBit(doc + 1))
        {
            if (leaf.Reader.LiveDocs is not { } live || live.Get(doc))
                yield return leaf.DocBase + doc;
        }
    }

    private static IEnumerable<int> Docs(Leaf leaf, string name, string value)
    {
        if (leaf.Reader.Terms(name) is not { } terms || !terms.TryGet(Encoding.UTF8.GetBytes(value), out TermState state))
            yield break;
        PostingsEnum postings = terms.Postings(state, PostingsDetail.Docs);
        for (int doc = postings.NextDoc(); doc != DocIdCursor.NoMoreDocs; doc = postings.NextDoc())
            yield return doc;
    }
}
