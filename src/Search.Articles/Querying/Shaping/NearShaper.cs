using Search.Articles.Querying.Syntax;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Shaping;

/// <summary>Puts together what stands beside near and pre.</summary>
internal sealed class NearShaper(QueryLog log)
{
    // Of "(a b) near/5 (c d)" each word has to be near each: that multiplies.
    private const int MaxPairs = 64;

    /// <summary>Whether a node has places in a text that can be near others.</summary>
    public static bool HasPlaces(QueryNode node) => node switch
    {
        QueryNode.Word or QueryNode.Pattern or QueryNode.Fuzzy or QueryNode.Regex or QueryNode.Phrase or QueryNode.Near => true,
        QueryNode.Combination choice => choice.IsChoice && choice.Clauses.All(clause => HasPlaces(clause.Node)),
        _ => false,
    };

    /// <summary>Both sides near each other; where a side is several words that are all required, each of them.</summary>
    public QueryNode? Join(QueryNode.Near near, QueryNode left, QueryNode right)
    {
        if (HasPlaces(left) && HasPlaces(right))
            return near with { Left = left, Right = right };
        log.Fault(near.Span, "Beside near/5 stands one word, phrase or choice: (visit OR trip) near/5 paris.", "Each of the words was taken to be near.");
        if (Leaves(left) * Leaves(right) <= MaxPairs)
            return Spread(left, side => Spread(right, other => near with { Left = side, Right = other }));
        log.Fault(near.Span, $"That makes more than {MaxPairs} pairs.", "The words were looked for anywhere in the paragraph.", isLimit: true);
        return Combinations.Normal(near.Span, [new QueryClause(Occur.Must, left), new QueryClause(Occur.Must, right)]);
    }

    private static QueryNode? Spread(QueryNode node, Func<QueryNode, QueryNode?> make)
    {
        if (HasPlaces(node) || node is not QueryNode.Combination combination)
            return make(node);
        var clauses = new List<QueryClause>();
        foreach (QueryClause clause in combination.Clauses)
        {
            if (Spread(clause.Node, make) is { } made)
                clauses.Add(clause with { Node = made });
        }
        return Combinations.Normal(node.Span, clauses);
    }

    private static int Leaves(QueryNode node) =>
        HasPlaces(node) || node is not QueryNode.Combination combination ? 1 : combination.Clauses.Sum(clause => Leaves(clause.Node));

    /// <summary>The node without phrases whose words may be moved: they have no places of their own, so their words are taken to be near each other.</summary>
    public QueryNode WithoutSlop(QueryNode node)
    {
        if (node is not QueryNode.Phrase { Slop: > 0 } phrase)
            return node;
        log.Fault(phrase.Span, "A phrase with ~ cannot stand beside near, in a sentence or in what is counted.", "Its words were taken to be near each other.");
        return phrase.Items.Where(item => item is not QueryNode.Gap).Aggregate(
            (left, right) => new QueryNode.Near(phrase.Span, left, right, Math.Min(phrase.Slop + 1, QueryOperators.MaxDistance), IsOrdered: false));
    }
}
