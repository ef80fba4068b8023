using Search.Engine.Index;

namespace Search.Articles.Schema;

/// <summary>Where an article's documents are: paragraphs from <see cref="FirstDoc"/> on, then the article itself.</summary>
/// <param name="Leaf">The segment.</param>
/// <param name="FirstDoc">Index-wide id of its first paragraph, or of the article when it has none.</param>
/// <param name="ArticleDoc">Index-wide id of the article itself.</param>
internal readonly record struct ArticleBlock(Leaf Leaf, int FirstDoc, int ArticleDoc)
{
    public int ParagraphCount => ArticleDoc - FirstDoc;
}
