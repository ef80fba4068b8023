using System.Text;
using Search.Articles.Querying.Syntax;
using Search.Articles.Schema;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Binding;

/// <summary>Engine queries for fields with whole values: letter case does not count, a word in quotes is the whole value.</summary>
internal static class KeywordBinder
{
    private const string Special = ".?+*|{}[]()\"\\#@&<>~^-";

    // What is no letter or digit in the scripts that outlets and authors are mostly written in.
    private const string Separator = "[^0-9A-Za-z\u00C0-\u024F\u0370-\u052F]";

    /// <summary>Values that have a word, that are a text (in quotes), or that fit a pattern.</summary>
    public static Query Value(QueryNode node, string field) => node switch
    {
        QueryNode.Word { IsQuoted: true } whole => new RegexpQuery(new Term(field, AnyCase(whole.Text))),
        QueryNode.Word word => new RegexpQuery(new Term(field, $"(.*{Separator})?{AnyCase(word.Text)}({Separator}.*)?")),
        QueryNode.Pattern pattern => new RegexpQuery(new Term(field, OfPattern(pattern.Text))),
        QueryNode.Everything => new FieldExistsQuery(field),
        _ => Exact(node, field),
    };

    /// <summary>Values exactly as they are.</summary>
    public static Query Exact(QueryNode node, string field) => node switch
    {
        QueryNode.Word word => new TermQuery(new Term(field, word.Text)),
        QueryNode.Pattern pattern => new WildcardQuery(new Term(field, pattern.Text)),
        QueryNode.Fuzzy fuzzy => new FuzzyQuery(new Term(field, fuzzy.Text), fuzzy.Edits),
        QueryNode.Regex regex => new RegexpQuery(new Term(field, regex.Expression)),
        QueryNode.Range range => new TermRangeQuery(field, range.Low, range.High, range.IncludeLow, range.IncludeHigh),
        QueryNode.Everything => new WildcardQuery(new Term(field, "*")),
        _ => throw new ArgumentException($"{node.GetType().Name} is no value", nameof(node)),
    };

    /// <summary>Articles whose address is on a site, or whose outlet is called so.</summary>
    public static Query Site(string site)
    {
        string name = AnyCase(site.Trim('/'));
        return Combine.Any(
        [
            new RegexpQuery(new Term(ArticleFields.Url, $"[a-zA-Z]+://([^/]*\\.)?{name}([:/?#].*)?".Replace("#", "\\#", StringComparison.Ordinal))),
            new RegexpQuery(new Term(ArticleFields.Outlet, name)),
        ]);
    }

    private static string OfPattern(string pattern)
    {
        var expression = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
                expression.Append(AnyCase(pattern[++i].ToString()));
            else if (pattern[i] is '*' or '?')
                expression.Append(pattern[i] == '*' ? ".*" : ".");
            else
                expression.Append(AnyCase(pattern[i].ToString()));
        }
        return expression.ToString();
    }

    // Each letter in both cases.
    private static string AnyCase(string text)
    {
        var expression = new StringBuilder(text.Length * 4);
        foreach (char c in text)
        {
            char lower = char.ToLowerInvariant(c);
            char upper = char.ToUpperInvariant(c);
            if (lower != upper)
                expression.Append('[').Append(lower).Append(upper).Append(']');
            else if (Special.Contains(c, StringComparison.Ordinal))
                expression.Append('\\').Append(c);
            else
                expression.Append(c);
        }
        return expression.ToString();
    }
}
