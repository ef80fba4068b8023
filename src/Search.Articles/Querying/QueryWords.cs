using Search.Articles.Querying.Syntax;
using Search.Articles.Schema;
using Search.Engine.Analysis;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying;

/// <summary>Prints words of the index so that they can be typed: as they are written in a text.</summary>
internal sealed class QueryWords
{
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);

    /// <param name="text">The text that the words come from.</param>
    public QueryWords(string text)
    {
        TokenStream stream = ArticleAnalysis.ForIndexing.Open(ArticleFields.Body, text);
        while (stream.Next())
        {
            Token token = stream.Token;
            _written.TryAdd(token.Text.ToString(), text[token.StartOffset..token.EndOffset].ToLowerInvariant());
        }
        stream.End();
    }

    /// <summary>A word of the text; one that does not stand there is printed as the index has it.</summary>
    public string Print(Query query) =>
        query is TermQuery term ? QueryEscapes.Word(_written.GetValueOrDefault(term.Term.Text, term.Term.Text)) : query.ToString(ArticleFields.Body);
}
