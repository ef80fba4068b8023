using System.Globalization;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Syntax;

/// <summary>Prints a tree as a text that can be typed and is read as the same tree.</summary>
internal static class QueryPrinter
{
    public static string Print(QueryNode node) => node switch
    {
        QueryNode.Everything => "*",
        QueryNode.Word word => PrintWord(word),
        QueryNode.Pattern pattern => QueryEscapes.Pattern(pattern.Text),
        QueryNode.Fuzzy fuzzy => string.Create(CultureInfo.InvariantCulture, $"{QueryEscapes.Word(fuzzy.Text)}~{fuzzy.Edits}"),
        QueryNode.Regex regex => $"/{regex.Expression}/",
        QueryNode.Phrase phrase => $"\"{string.Join(' ', phrase.Items.Select(PrintItem))}\"{(phrase.Slop > 0 ? string.Create(CultureInfo.InvariantCulture, $"~{phrase.Slop}") : "")}",
        QueryNode.Range range => $"{(range.IncludeLow ? '[' : '{')}{PrintBound(range.Low)} TO {PrintBound(range.High)}{(range.IncludeHigh ? ']' : '}')}",
        QueryNode.Near near => PrintNear(near),
        QueryNode.Combination combination => PrintCombination(combination),
        QueryNode.Scope scope => $"{char.ToLowerInvariant(scope.Kind.ToString()[0])}:({Print(scope.Inner)})",
        QueryNode.AtLeast atLeast => string.Create(CultureInfo.InvariantCulture, $"atleast{atLeast.Count}({Print(atLeast.Inner)})"),
        QueryNode.InField field => $"{field.Field.Name}:{Single(field.Inner)}",
        QueryNode.Boosted boosted => string.Create(CultureInfo.InvariantCulture, $"{Single(boosted.Inner)}^{boosted.Boost:0.#########}"),
        _ => throw new ArgumentException($"{node.GetType().Name} does not stand by itself", nameof(node)),
    };

    private static string PrintWord(QueryNode.Word word) =>
        (word.IsCased ? "=" : "") + (word.IsQuoted ? $"\"{QueryEscapes.Quoted(word.Text)}\"" : QueryEscapes.Word(word.Text));

    private static string PrintItem(QueryNode item) => item switch
    {
        QueryNode.Gap => "*",
        QueryNode.Word { IsCased: true } word => string.Join(' ', word.Text.Split(' ').Select(part => "=" + QueryEscapes.Quoted(part))),
        QueryNode.Word word => QueryEscapes.Quoted(word.Text),
        QueryNode.Phrase phrase => string.Join(' ', phrase.Items.Select(PrintItem)),
        QueryNode.Combination choice => $"({string.Join(" OR ", choice.Clauses.Select(clause => PrintItem(clause.Node)))})",
        _ => Print(item),
    };

    private static string PrintBound(string? bound) => bound switch
    {
        null => "*",
        _ when bound.Length > 0 && bound != "*" && bound.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') => bound,
        _ => $"\"{bound.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
    };

    // A chain is read from the left, so only a nearness on the right takes brackets.
    private static string PrintNear(QueryNode.Near near)
    {
        string left = near.Left is QueryNode.Near ? Print(near.Left) : Single(near.Left);
        return string.Create(CultureInfo.InvariantCulture, $"{left} {(near.IsOrdered ? "pre" : "near")}/{near.Distance} {Single(near.Right)}");
    }

    private static string PrintCombination(QueryNode.Combination combination)
    {
        bool isList = combination.Clauses.Any(clause => clause.Occur == Occur.Should);
        IEnumerable<string> clauses = combination.Clauses.Select(clause => clause.Occur switch
        {
            Occur.MustNot => "-" + Single(clause.Node),
            Occur.Must when isList => "+" + Single(clause.Node),
            _ => clause.Node is QueryNode.Near && !isList ? Print(clause.Node) : Single(clause.Node),
        });
        return string.Join(isList ? " OR " : " ", clauses);
    }

    private static string Single(QueryNode node) => node is QueryNode.Combination or QueryNode.Near ? $"({Print(node)})" : Print(node);
}
