using Search.Articles.Querying.Syntax;

namespace Search.Articles.Querying.Shaping;

/// <summary>Checks single values against the field that they are looked for in.</summary>
internal static class LeafShaper
{
    private const int MostMovable = 32;

    /// <summary>The leaf; null when the field cannot have it.</summary>
    public static QueryNode? Shape(QueryNode leaf, QueryField field, QueryLog log) => (field.Kind, leaf) switch
    {
        (FieldKind.Date, QueryNode.Everything) => leaf,
        (FieldKind.Date, QueryNode.Word word) => IsDate(word.Text) ? leaf : NoDate(leaf, word.Text, log),
        (FieldKind.Date, QueryNode.Range range) => new[] { range.Low, range.High }.FirstOrDefault(bound => bound is not null && !IsDate(bound)) is { } wrong
            ? NoDate(leaf, wrong, log)
            : leaf,
        (FieldKind.Date, _) => NoDate(leaf, QueryPrinter.Print(leaf), log),
        (FieldKind.Site, not (QueryNode.Word or QueryNode.Everything)) => NoSite(leaf, log),
        (_, QueryNode.Phrase { Slop: > 0 } phrase) => Movable(phrase, log),
        _ => leaf,
    };

    private static bool IsDate(string text) => PublishedPeriod.TryParse(text, DateTimeOffset.UnixEpoch.AddYears(30)) is not null;

    private static QueryNode? NoDate(QueryNode leaf, string text, QueryLog log)
    {
        log.Fault(leaf.Span, $"\"{text}\" is no date; dates are written as {PublishedPeriod.Forms}.", "It was left out.");
        return null;
    }

    private static QueryNode? NoSite(QueryNode leaf, QueryLog log)
    {
        log.Fault(leaf.Span, "site: needs the name of a site: site:example.com.", "It was left out.");
        return null;
    }

    // Only single words have a place that can be moved.
    private static QueryNode? Movable(QueryNode.Phrase phrase, QueryLog log)
    {
        if (phrase.Items.Count > MostMovable)
        {
            log.Fault(phrase.Span, $"A phrase with ~ has at most {MostMovable} words.", "The ~ was left out.", isLimit: true);
            return PhraseParser.Of(phrase.Items, phrase.Span);
        }
        if (phrase.Items.All(IsOnePosition))
            return phrase;
        log.Fault(phrase.Span, "Alternatives of several words cannot stand in a phrase with ~.", "The ~ was left out.");
        return PhraseParser.Of(phrase.Items, phrase.Span);
    }

    private static bool IsOnePosition(QueryNode item) => item switch
    {
        QueryNode.Word word => WordForms.Exact(word.Text).Count == 1,
        QueryNode.Combination choice => choice.Clauses.All(clause => IsOnePosition(clause.Node)),
        QueryNode.Phrase => false,
        _ => true,
    };
}
