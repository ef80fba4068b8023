using Search.Articles.Paragraphs;
using Search.Articles.Querying;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Suggest;

namespace Search.Articles.Results;

/// <summary>Finds what other articles say on the subject of a paragraph.</summary>
internal sealed class SimilarParagraphs(IndexSnapshot snapshot)
{
    // A word that many paragraphs have says nothing about this one.
    private const double LargestShare = 0.1;
    private const int FewParagraphs = 50;
    private const int LeastWords = 3;

    private static readonly MoreLikeThisOptions Options = new() { MinTermFreq = 1, MinDocFreq = 2, MaxQueryTerms = 20, MinWordLength = 3 };

    /// <returns>Null when there is no such article, or it has no paragraph.</returns>
    public SnippetAnswer? Find(string id, string key, int limit, CancellationToken cancellation)
    {
        if (snapshot.Blocks.Find(id) is not { ParagraphCount: > 0 } block)
            return null;
        var reader = new ParagraphReader(snapshot.Reader, null, null);
        string[] keys = [.. Enumerable.Range(0, block.ParagraphCount).Select(ordinal => reader.ReadKey(block, ordinal))];
        int found = Array.IndexOf(keys, key);
        int ordinal = found >= 0 ? found : ParagraphKeys.Closest(key, keys);
        if (ordinal < 0)
            return null;
        ParsedQuery query = QueryOf(block.FirstDoc + ordinal, id);
        // One more each for what is only another print of the same article.
        int? twins = snapshot.Twins.GroupOf(block.ArticleDoc);
        var request = new ArticleQuery { Text = query.Info.Text, Limit = Math.Min(limit + 1, ArticleQuery.MaxLimit), ParagraphsPerArticle = 1, Ranking = new RankingProfile { Headline = 0, Lead = 0, Names = 0, Places = 0 } };
        using var search = new ArticleSearch(snapshot, request, query, withFacets: false, cancellation);
        SearchAnswer answer = search.ToArticles();
        return new SnippetAnswer
        {
            Query = answer.Query,
            Total = answer.Total,
            TookMs = answer.TookMs,
            Generation = answer.Generation,
            Snippets = [.. answer.Articles.Where(hit => twins is null || GroupOf(hit) != twins).Take(limit).Select(hit => new SnippetHit(hit.Article, hit.Paragraphs[0]))],
        };
    }

    private int? GroupOf(ArticleHit hit) => snapshot.Twins.GroupOf(snapshot.Blocks.Find(hit.Article.Id)!.Value.ArticleDoc);

    // Some of the words that tell most about it, in another article.
    private ParsedQuery QueryOf(int doc, string id)
    {
        int most = Math.Max((int)(snapshot.ParagraphCount * LargestShare), FewParagraphs);
        var similar = new MoreLikeThis(snapshot.Reader, ArticleAnalysis.ForWords, [ArticleFields.Body], Options with { MaxDocFreq = most });
        Query[] words = [.. similar.TellingTerms(doc).Reverse().Select(word => new TermQuery(word.Term))];
        string text = snapshot.Reader.StoredText(doc, ArticleFields.Body) ?? "";
        var printed = new QueryWords(text);
        string[] clauses = [.. words.Select(printed.Print)];
        string understood = string.Join(" OR ", clauses);
        if (words.Length == 0)
            return new ParsedQuery(new MatchNoneQuery(), [], new UnderstoodQuery(understood, understood, [], []), null);
        var match = new BooleanQuery(
        [
            new BooleanClause(new BooleanQuery([.. words.Select(word => new BooleanClause(word, Occur.Should))], Math.Min(LeastWords, words.Length)), Occur.Must),
            new BooleanClause(new TermQuery(new Term(ArticleFields.Article, id)), Occur.MustNot),
        ]);
        return new ParsedQuery(match, words, new UnderstoodQuery(understood, understood, clauses, [new QueryNote("limit", $"Each paragraph has at least {Math.Min(LeastWords, words.Length)} of these words.")]), null);
    }
}
