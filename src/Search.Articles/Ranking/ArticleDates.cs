using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;

namespace Search.Articles.Ranking;

/// <summary>Dates of articles as keys of an order: less comes first, undated ones last.</summary>
/// <remarks>One thread; articles ascend.</remarks>
internal sealed class ArticleDates(IndexReader reader, SortOrder order)
{
    private Leaf? _leaf;
    private NumericDocValues? _column;

    /// <param name="articleDoc">Index-wide id of an article's own document.</param>
    public long KeyOf(int articleDoc)
    {
        if (order == SortOrder.Relevance)
            return 0;
        if (_leaf is null || articleDoc >= _leaf.DocBase + _leaf.Reader.MaxDoc)
        {
            _leaf = reader.LeafOf(articleDoc);
            _column = _leaf.Reader.NumericColumn(ArticleFields.Published);
        }
        if (_column is null || !_column.AdvanceExact(articleDoc - _leaf.DocBase))
            return long.MaxValue;
        return order == SortOrder.Newest ? ~_column.Value : _column.Value;
    }
}
