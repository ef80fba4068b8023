using Search.Articles.Querying.Syntax;
using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Binding;

/// <summary>Engine queries for words, patterns and phrases of a text field.</summary>
internal static class WordBinder
{

    /// <summary>The query of a word, pattern, phrase, nearness or range.</summary>
    /// <param name="field">A field of the index with words in two forms.</param>
    public static Query Bind(QueryNode node, string field) => node switch
    {
        QueryNode.Word { IsCased: false } word => Word(word, field),
        QueryNode.Pattern pattern => Pattern(pattern.Text, field),
        QueryNode.Fuzzy fuzzy => new FuzzyQuery(new Term(field, WordForms.Normalized(fuzzy.Text)), fuzzy.Edits, prefixLength: 1),
        QueryNode.Regex regex => new RegexpQuery(new Term(field, WordForms.Expression(regex.Expression))),
        QueryNode.Range range => Range(range, field),
        QueryNode.Everything => new FieldExistsQuery(field),
        _ => new PlaceCompiler().Compile(node, field),
    };

    /// <summary>The words that a word of a query is made of: as they are written in quotes, else stems.</summary>
    public static IReadOnlyList<WordForms.Form> Forms(QueryNode.Word word) =>
        word.IsQuoted || word.IsCased ? WordForms.Exact(word.Text) : WordForms.Stems(word.Text);

    private static Query Word(QueryNode.Word word, string field)
    {
        IReadOnlyList<WordForms.Form> forms = Forms(word);
        return forms.Count == 1
            ? new TermQuery(new Term(field, forms[0].Text))
            : new PhraseQuery(field, 0, [.. forms.Select(form => form.Text)]);
    }

    private static Query Pattern(string pattern, string field)
    {
        string marked = WordForms.Normalized(pattern);
        return marked.EndsWith('*') && !QueryEscapes.HasWildcard(marked[..^1]) && !marked.Contains('\\')
            ? new PrefixQuery(new Term(field, marked[..^1]))
            : new WildcardQuery(new Term(field, marked));
    }

    // An open end stays within the exact forms: they stand together behind their marker.
    private static TermRangeQuery Range(QueryNode.Range range, string field) => new(
        field,
        new Term(field, WordForms.Normalized(range.Low ?? "")),
        new Term(field, range.High is null ? $"{(char)(ExactAndStemFilter.ExactMarker + 1)}" : WordForms.Normalized(range.High)),
        range.Low is null || range.IncludeLow,
        range.High is not null && range.IncludeHigh);
}
