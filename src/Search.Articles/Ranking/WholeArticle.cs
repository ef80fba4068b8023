using Search.Articles.Schema;
using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>Asks whole articles for the words that a query asks paragraphs for: each paragraph of an article gets the article's score.</summary>
internal static class WholeArticle
{
    private static readonly ParentFilter Articles = new(new TermQuery(new Term(ArticleFields.Kind, ArticleFields.ArticleKindValue)));

    /// <param name="leaves">What the query asks paragraphs for.</param>
    /// <returns>Null when there is no bare word among them.</returns>
    public static Query? Create(IReadOnlyList<(Query Leaf, float Weight)> leaves) =>
        FieldRetargeting.Any(leaves.Select(entry => (InText(entry.Leaf), entry.Weight))) is { } words ? new ToChildBlockJoinQuery(words, Articles) : null;

    private static Query? InText(Query leaf) =>
        leaf is TermQuery term && !term.Term.Text.StartsWith(ExactAndStemFilter.ExactMarker) ? new TermQuery(new Term(ArticleFields.Text, term.Term.Bytes)) : null;
}
