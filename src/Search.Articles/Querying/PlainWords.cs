using Search.Articles.Querying.Binding;
using Search.Articles.Querying.Syntax;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying;

/// <summary>A query of bare words, and quotes beside them, that must all occur and that no operator joins: its words may be loosened.</summary>
/// <param name="Words">The bare words as they are asked for; what a hyphen joins is one.</param>
/// <param name="Parts">The same one by one, in order, repeats too: what a hyphen joins is several.</param>
/// <param name="Quotes">What stands in quotes.</param>
/// <param name="IsOpen">Whether the last quote was closed by the parser, not by who typed it.</param>
internal sealed record PlainWords(IReadOnlyList<Query> Words, IReadOnlyList<QueryPart> Parts, IReadOnlyList<QueryPart> Quotes, bool IsOpen)
{
    // More words than that are a question: that a paragraph has them all by chance says little.
    private const int MostKeywords = 5;

    /// <summary>Whether it is a question: what is sought has some of the words, and the order says which.</summary>
    public bool IsQuestion => Words.Count > MostKeywords;

    /// <summary>The words and quotes of a query; null when there is more to it.</summary>
    /// <param name="isOpen">Whether a quote was never closed: it reaches to the end.</param>
    public static PlainWords? Of(QueryNode tree, bool isOpen)
    {
        string field = QueryField.Body.IndexField;
        IReadOnlyList<QueryClause> clauses = tree is QueryNode.Combination all ? all.Clauses : [new QueryClause(Occur.Must, tree)];
        if (!clauses.All(clause => clause.Occur == Occur.Must && (IsBare(clause.Node) || IsQuote(clause.Node))))
            return null;
        QueryNode.Word[] bare = [.. clauses.Select(clause => clause.Node).OfType<QueryNode.Word>().Where(IsBare)];
        return new PlainWords(
            [.. bare.Select(word => WordBinder.Bind(word, field))],
            [.. bare.SelectMany(word => WordsOf(word.Text))],
            [.. clauses.Where(clause => IsQuote(clause.Node)).Select(clause => new QueryPart(WordBinder.Bind(clause.Node, field), QueryPrinter.Print(clause.Node)))],
            isOpen);
    }

    /// <summary>The same with words in the place of the last quotes.</summary>
    /// <param name="count">How many of the quotes.</param>
    public PlainWords Unquoted(int count)
    {
        QueryPart[] words = [.. Quotes.TakeLast(count).SelectMany(quote => WordsOf(quote.Text))];
        return new PlainWords([.. Words, .. words.Select(word => word.Query)], [.. Parts, .. words], [.. Quotes.SkipLast(count)], IsOpen: false);
    }

    private static IEnumerable<QueryPart> WordsOf(string text) => WordForms.Stems(text)
        .Select(form => new QueryPart(new TermQuery(new Term(QueryField.Body.IndexField, form.Text)), QueryEscapes.Word(text[form.Start..form.End])));

    private static bool IsBare(QueryNode node) => node is QueryNode.Word { IsQuoted: false, IsCased: false };

    private static bool IsQuote(QueryNode node) => node is QueryNode.Word { IsQuoted: true } or QueryNode.Phrase { Slop: 0 };
}
